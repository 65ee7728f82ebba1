package propertymapping_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	scopePath   = "/propertymappings/provider/scope/"
	scopeType   = "authentik_property_mapping_provider_scope"
	managedName = "goauthentik.io/providers/oauth2/scope-"
)

// scopes is a server of the release with the mappings that come with it, and a provider.
func scopes(t *testing.T, release string) (*authentiktest.Server, *acctest.Provider) {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	return server, provider
}

// Mappings that come with authentik are found by name, scope and `managed`, one or several
// in the order that was asked for, at the paths of the release.
func TestManagedMappingsAreFound(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2024.6.5", "2024.8.6", "2026.8.5"} {
		server, provider := scopes(t, release)
		ids := map[string]string{}
		for _, stored := range server.Objects(scopePath) {
			ids[fmt.Sprint(stored["scope_name"])] = fmt.Sprint(stored["pk"])
		}
		for _, asked := range []map[string]any{{"name": "authentik default OAuth Mapping: OpenID 'email'"}, {"scope_name": "email"}, {"managed": managedName + "email"}, {"id": ids["email"]}} {
			for _, dataSource := range []string{scopeType, "authentik_property_mapping"} {
				if _, ofScope := asked["scope_name"]; ofScope && dataSource != scopeType {
					continue
				}
				state, diagnostics := provider.Read(dataSource, asked)
				if acctest.HasError(diagnostics) || !state["id"].Equal(tftypes.NewValue(tftypes.String, ids["email"])) {
					t.Errorf("%s: %s by %v: %s", release, dataSource, asked, acctest.Describe(diagnostics))
				}
			}
		}
		state, diagnostics := provider.Read(scopeType, map[string]any{"managed_list": []string{managedName + "profile", managedName + "openid"}})
		var found []tftypes.Value
		if acctest.HasError(diagnostics) || state["ids"].As(&found) != nil {
			t.Fatalf("%s: %s", release, acctest.Describe(diagnostics))
		}
		expected := []tftypes.Value{tftypes.NewValue(tftypes.String, ids["profile"]), tftypes.NewValue(tftypes.String, ids["openid"])}
		if !slices.EqualFunc(found, expected, tftypes.Value.Equal) {
			t.Errorf("%s: managed_list finds %v", release, found)
		}
	}
}

// What is missing is an error that names it, also where the server answers 400.
func TestManagedMappingsThatAreMissing(t *testing.T) {
	t.Parallel()
	_, provider := scopes(t, "2026.8.5")
	_, diagnostics := provider.Read(scopeType, map[string]any{"managed_list": []string{managedName + "openid", managedName + "missing"}})
	if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, managedName+"missing") || strings.Contains(diagnostics[0].Detail, "scope-openid") {
		t.Errorf("one of a list is reported as %s", acctest.Describe(diagnostics))
	}
	_, diagnostics = provider.Read(scopeType, map[string]any{"managed": managedName + "missing"})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Scope mapping not found" {
		t.Errorf("one alone is reported as %s", acctest.Describe(diagnostics))
	}
}

// A mapping of authentik's that is taken over stays its blueprint's.
func TestAdoptedMappingStaysManaged(t *testing.T) {
	t.Parallel()
	server, provider := scopes(t, "2026.8.5")
	resource := provider.Resource(t, scopeType)
	if diagnostics := resource.Import("managed=" + managedName + "openid"); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	if diagnostics := resource.Apply(map[string]any{"name": "renamed", "scope_name": "openid", "expression": "return {}"}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	if !slices.ContainsFunc(server.Objects(scopePath), func(stored map[string]any) bool {
		return stored["name"] == "renamed" && stored["managed"] == managedName+"openid"
	}) {
		t.Error("the mapping is not managed any more")
	}
}

// A syntax error is reported on the expression, and a field that a release requires is
// asked for before anything is sent.
func TestMappingsThatAreRefused(t *testing.T) {
	t.Parallel()
	_, provider := scopes(t, "2026.8.5")
	diagnostics := provider.Resource(t, scopeType).Apply(map[string]any{"name": "broken", "scope_name": "broken", "expression": "return {"})
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("expression")` || !strings.Contains(diagnostics[0].Detail, "Syntax Error") {
		t.Errorf("a syntax error is reported as %s", acctest.Describe(diagnostics))
	}
	_, provider = scopes(t, "2023.10.7")
	_, _, diagnostics = provider.Resource(t, "authentik_property_mapping_source_ldap").Plan(map[string]any{"name": "mail", "expression": "return ldap.get('mail')"})
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("object_field")` {
		t.Errorf("no object_field on 2023.10 is reported as %s", acctest.Describe(diagnostics))
	}
}
