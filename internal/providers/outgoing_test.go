package providers_test

import (
	"math/big"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// pkOf is an ID as a number.
func pkOf(t *testing.T, id string) *big.Float {
	t.Helper()
	parsed, ok := new(big.Float).SetString(id)
	if !ok {
		t.Fatalf("the ID is %s", id)
	}
	return parsed
}

// withEverything adds what minimal arguments refer to.
func withEverything(server *authentiktest.Server) {
	server.Add("/flows/instances/", map[string]any{"pk": flow, "name": "flow", "slug": "flow"})
	server.Add("/flows/instances/", map[string]any{"pk": "ab4042dc-fcc7-421d-9e69-d7ac2c62714d", "name": "other", "slug": "other"})
	server.Add("/crypto/certificatekeypairs/", map[string]any{"pk": keyPair, "name": "pair"})
}

// Without a license the error says what needs one, and what exists can still be read and
// deleted.
func TestProvidersWithoutALicense(t *testing.T) {
	t.Parallel()
	for kind, title := range map[string]string{
		"provider_ws_federation": "WS-Federation providers", "provider_google_workspace": "Google Workspace providers",
		"provider_microsoft_entra": "Microsoft Entra providers", "provider_ssf": "SSF providers",
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithoutEnterprise())
			withEverything(server)
			sample := lifecycle.Of(kind)
			provider := connectedTo(t, server)
			report := acctest.Describe(provider.Resource(t, sample.Resource()).Apply(sample.Minimal))
			if !strings.Contains(report, "creates and changes "+title+" only with a valid enterprise license") || strings.Contains(report, "secret-") {
				t.Errorf("it is reported as %s", report)
			}
			path := sample.Object().API.Path
			server.Add(path, map[string]any{"name": "there"})
			resource := connectedTo(t, server).Resource(t, sample.Resource())
			succeeds(t, resource.Import("name=there"))
			succeeds(t, resource.Apply(nil))
			if len(server.Objects(path)) > 0 {
				t.Error("it was not deleted")
			}
		})
	}
}

// A SCIM provider with OAuth needs a source, and a license.
func TestSCIMByOAuth(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithoutEnterprise())
	source := server.Add("/sources/oauth/", map[string]any{"name": "issuer", "slug": "issuer", "provider_type": "openidconnect"})
	resource := connectedTo(t, server).Resource(t, "authentik_provider_scim")
	if report := acctest.Describe(resource.Validate(and("provider_scim", map[string]any{"auth_mode": "oauth"}))); !strings.Contains(report, "auth_oauth") {
		t.Errorf("without a source: %s", report)
	}
	report := acctest.Describe(resource.Apply(and("provider_scim", map[string]any{"auth_mode": "oauth", "auth_oauth": source})))
	if !strings.Contains(report, `AttributeName("auth_mode")`) || !strings.Contains(report, "Enterprise is required") {
		t.Errorf("without a license: %s", report)
	}
	if report := acctest.Describe(resource.Validate(and("provider_scim", map[string]any{"url": "scim.example.com"}))); !strings.Contains(report, "must be a URL") {
		t.Errorf("a URL that is none: %s", report)
	}
}

// Upgrades after which the server no longer returns a secret change nothing: the plan is
// empty, and the secret is still the server's. Rotating it writes it.
func TestSecretsThatBecameWriteOnly(t *testing.T) {
	t.Parallel()
	for _, kind := range []struct{ name, secret string }{{"provider_scim", "token"}, {"provider_microsoft_entra", "client_secret"}} {
		for _, upgrade := range []struct{ from, to string }{{"2026.2.2", "2026.2.7"}, {"2026.5.6", "2026.5.8"}, {"2026.5.6", "2026.8.5"}} {
			t.Run(kind.name+"/"+upgrade.to, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(upgrade.from))
				sample := lifecycle.Of(kind.name)
				resource := connectedTo(t, server).Resource(t, sample.Resource())
				settled := func(config map[string]any, secret string) {
					t.Helper()
					succeeds(t, resource.Refresh())
					if _, changes, diagnostics := resource.Plan(config); len(changes) > 0 {
						t.Errorf("on %s the plan changes %v %s", server.Release(), changes, acctest.Describe(diagnostics))
					}
					if has := server.Objects(sample.Object().API.Path)[0][kind.secret]; has != secret {
						t.Errorf("on %s the server has another secret", server.Release())
					}
				}
				config := and(kind.name, map[string]any{kind.secret: "secret-one"})
				succeeds(t, resource.Apply(config))
				settled(config, "secret-one")
				if err := server.SetRelease(upgrade.to); err != nil {
					t.Fatal(err)
				}
				state := resource.State
				resource = connectedTo(t, server).Resource(t, sample.Resource())
				resource.State = state
				settled(config, "secret-one")
				config[kind.secret] = "secret-two"
				succeeds(t, resource.Apply(config))
				settled(config, "secret-two")
				delete(config, kind.secret)
				config[kind.secret+"_wo"], config[kind.secret+"_wo_version"] = "secret-three", 1
				succeeds(t, resource.Apply(config))
				settled(config, "secret-three")
				config["name"] = "renamed" // a change of something else keeps it
				succeeds(t, resource.Apply(config))
				settled(config, "secret-three")
			})
		}
	}
}

// One group is a single value up to 2025.12 and a set since.
func TestSCIMGroups(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		release, field string
		several        bool
	}{{"2023.10.7", "filter_group", false}, {"2025.12.4", "filter_group", false}, {"2026.2.2", "group_filters", true}, {"2026.8.5", "group_filters", true}} {
		t.Run(test.release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			groups := []string{server.Add("/core/groups/", map[string]any{"name": "one"}), server.Add("/core/groups/", map[string]any{"name": "two"})}
			resource := connectedTo(t, server).Resource(t, "authentik_provider_scim")
			diagnostics := resource.Apply(and("provider_scim", map[string]any{"group_filters": groups}))
			if acctest.HasError(diagnostics) == test.several {
				t.Errorf("two groups: %s", acctest.Describe(diagnostics))
			}
			for _, written := range [][]string{groups[:1], {}, groups[1:]} {
				config := and("provider_scim", map[string]any{"group_filters": written})
				succeeds(t, resource.Apply(config))
				succeeds(t, resource.Refresh())
				if _, changes, _ := resource.Plan(config); len(changes) > 0 {
					t.Errorf("with %v the plan changes %v", written, changes)
				}
			}
			if _, ok := server.Objects("/providers/scim/")[0][test.field]; !ok {
				t.Errorf("the server has no %s", test.field)
			}
		})
	}
}

// A link to what is not there is refused at the argument, and another ID makes another
// link, because the server has no update.
func TestSyncLinks(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := server.Add("/providers/scim/", map[string]any{"name": "SCIM", "url": "https://scim.example.com"})
	user := server.Add("/core/users/", map[string]any{"username": "somebody", "name": "Somebody"})
	config := map[string]any{
		"protocol_provider": tftypes.NewValue(tftypes.Number, pkOf(t, provider)), "user": tftypes.NewValue(tftypes.Number, pkOf(t, user)), "scim_id": "a",
	}
	resource := connectedTo(t, server).Resource(t, "authentik_provider_scim_user")
	resource.Replaces = true
	for attribute, unknown := range map[string]map[string]any{
		"user":              {"protocol_provider": config["protocol_provider"], "user": 4711, "scim_id": "a"},
		"protocol_provider": {"protocol_provider": 4711, "user": config["user"], "scim_id": "a"},
	} {
		if report := acctest.Describe(resource.Apply(unknown)); !strings.Contains(report, `AttributeName("`+attribute+`")`) || !strings.Contains(report, "4711") {
			t.Errorf("an unknown %s: %s", attribute, report)
		}
	}
	succeeds(t, resource.Apply(config))
	first := shown(t, resource.State, "id")
	config["scim_id"] = "b"
	succeeds(t, resource.Apply(config))
	if shown(t, resource.State, "id") == first || len(server.Objects("/providers/scim_users/")) != 1 {
		t.Error("the link was not replaced")
	}
	for _, request := range server.Requests() {
		if request.Method == http.MethodPatch || request.Method == http.MethodPut {
			t.Errorf("it sent %s", request)
		}
	}
	succeeds(t, resource.Import("protocol_provider="+provider+",user="+user))
	if shown(t, resource.State, "scim_id") != "b" {
		t.Errorf("the import read %v", resource.State)
	}
}

// A property mapping of another type is what the server accepts and ignores; no plan
// fails for it.
func TestMappingOfAnotherType(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	mapping := server.Add("/propertymappings/provider/saml/", map[string]any{"name": "SAML", "saml_name": "a", "expression": "return 1"})
	resource := connectedTo(t, server).Resource(t, "authentik_provider_scim")
	config := and("provider_scim", map[string]any{"property_mappings": []string{mapping}})
	succeeds(t, resource.Apply(config))
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
}

// The state has the identifier of an SSF provider's token, and deleting its key replaces
// nothing silently: the provider is gone with it.
func TestSSFToken(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withEverything(server)
	resource := connectedTo(t, server).Resource(t, "authentik_provider_ssf")
	succeeds(t, resource.Apply(lifecycle.Of("provider_ssf").Minimal))
	identifier, found := shown(t, resource.State, "token"), false
	for _, token := range server.Objects("/core/tokens/") {
		found = found || token["identifier"] == identifier
	}
	if identifier == "" || !found {
		t.Errorf("the token is %q", identifier)
	}
	if err := server.Remove("/crypto/certificatekeypairs/", keyPair); err != nil {
		t.Fatal(err)
	}
	succeeds(t, resource.Refresh())
	if resource.State != nil {
		t.Error("the provider outlived its key")
	}
}
