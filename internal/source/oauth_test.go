package source_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

const document = "https://idp.example.com/.well-known/openid-configuration"

// fromDocument are arguments with which the server finds the URLs itself.
func fromDocument() map[string]any {
	return with(lifecycle.Of("source_oauth").Minimal, map[string]any{"authorization_url": nil, "access_token_url": nil, "oidc_well_known_url": document})
}

// What the server takes from the well-known document and its task changes later is no
// difference, and follows when the document moves.
func TestURLsFromTheDocument(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2024.6.5", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			source := configured(t, server).Resource(t, "authentik_source_oauth")
			ok(t, source.Apply(fromDocument()))
			if got := text(t, source.State, "authorization_url"); got != "https://idp.example.com/authorize" {
				t.Errorf("authorization_url is %s", got)
			}
			if got := text(t, source.State, "callback_uri"); got != server.URL()+"/source/oauth/callback/oauth/" {
				t.Errorf("callback_uri is %s", got)
			}
			if err := server.Change("/sources/oauth/", text(t, source.State, "uuid"), map[string]any{
				"authorization_url": "https://idp.example.com/v2/authorize", "oidc_jwks": map[string]any{"keys": []any{}},
			}); err != nil {
				t.Fatal(err)
			}
			ok(t, source.Refresh())
			if _, changes, _ := source.Plan(fromDocument()); len(changes) > 0 {
				t.Errorf("what the server's task changed is planned as %v", changes)
			}

			moved := with(fromDocument(), map[string]any{"oidc_well_known_url": "https://login.example.com/.well-known/openid-configuration"})
			ok(t, source.Apply(moved))
			if got := text(t, source.State, "access_token_url"); got != "https://login.example.com/token" {
				t.Errorf("after the document moved, access_token_url is %s", got)
			}
			if _, changes, _ := source.Plan(moved); len(changes) > 0 {
				t.Errorf("the plan after the apply changes %v", changes)
			}
		})
	}
}

// A server that cannot fetch the documents refuses the source, and the message says what it
// tried. With URLs and keys in the configuration it has nothing to fetch.
func TestServerWithoutNetwork(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"), authentiktest.WithoutNetwork())
	provider := configured(t, server)
	reports(t, provider.Resource(t, "authentik_source_oauth").Apply(fromDocument()), true, `"oidc_well_known_url"`, "idp.example.com", "/.well-known/openid-configuration")
	entra := with(lifecycle.Of("source_oauth").Minimal, map[string]any{"provider_type": "entraid"})
	reports(t, provider.Resource(t, "authentik_source_oauth").Apply(entra), true, `"oidc_jwks_url"`, "login.microsoftonline.com", "/common/discovery/keys")
	ok(t, provider.Resource(t, "authentik_source_oauth").Apply(with(lifecycle.Of("source_oauth").Minimal, map[string]any{"oidc_jwks": `{"keys":[]}`})))
}

// A renamed slug is a change in place, and what is derived from the slug follows.
func TestSlugIsRenamed(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	source := configured(t, server).Resource(t, "authentik_source_oauth")
	arguments := lifecycle.Of("source_oauth").Minimal
	ok(t, source.Apply(arguments))
	uuid := text(t, source.State, "uuid")
	renamed := with(arguments, map[string]any{"slug": "renamed"})
	planned, changes, diagnostics := source.Plan(renamed)
	ok(t, diagnostics)
	if !slices.Contains(changes, "callback_uri") || planned["callback_uri"].IsKnown() || !planned["uuid"].IsKnown() {
		t.Errorf("the plan changes %v", changes)
	}
	ok(t, source.Apply(renamed))
	if text(t, source.State, "uuid") != uuid || text(t, source.State, "id") != "renamed" || !strings.HasSuffix(text(t, source.State, "callback_uri"), "/renamed/") {
		t.Errorf("the state is %v", source.State)
	}
	if _, changes, _ := source.Plan(renamed); len(changes) > 0 {
		t.Errorf("the plan after the apply changes %v", changes)
	}
}
