package providers_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	oauth2Path = "/providers/oauth2/"
	configType = "authentik_provider_oauth2_config"
	secretType = "authentik_provider_oauth2_secret"
)

// connect is a provider for a server.
func connect(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	must(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return provider
}

// must fails the test for an error.
func must(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// text is a string of a state, "" for null.
func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text *string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	if text == nil {
		return ""
	}
	return *text
}

func number(t *testing.T, id string) int {
	t.Helper()
	parsed, err := strconv.Atoi(id)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// The configuration has every URL once an application has the provider; before that, those
// of the application are null, with a warning.
func TestOAuth2Config(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := server.Add(oauth2Path, map[string]any{"name": "Grafana", "client_id": "grafana"})
	provider := connect(t, server)
	state, diagnostics := provider.Read(configType, map[string]any{"name": "Grafana"})
	if len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning || !state["issuer_url"].IsNull() || !state["jwks_url"].IsNull() {
		t.Errorf("without an application: %s", acctest.Describe(diagnostics))
	}
	if text(t, state["client_id"]) != "grafana" || text(t, state["token_url"]) != server.URL()+"/application/o/token/" {
		t.Errorf("without an application the token endpoint is %s", state["token_url"])
	}
	server.Add("/core/applications/", map[string]any{"name": "Grafana", "slug": "grafana", "provider": number(t, id)})
	state, diagnostics = provider.Read(configType, map[string]any{"provider_id": number(t, id)})
	if len(diagnostics) != 0 {
		t.Error(acctest.Describe(diagnostics))
	}
	base := server.URL() + "/application/o/"
	for name, expected := range map[string]string{
		"id": id, "name": "Grafana", "issuer_url": base + "grafana/", "authorize_url": base + "authorize/", "user_info_url": base + "userinfo/",
		"provider_info_url": base + "grafana/.well-known/openid-configuration", "logout_url": base + "grafana/end-session/", "jwks_url": base + "grafana/jwks/",
	} {
		if text(t, state[name]) != expected {
			t.Errorf("%s is %s", name, state[name])
		}
	}
}

// The secret is handed out without a state, and a provider that is missing, of another
// type or not chosen is an error for both.
func TestOAuth2ClientsAreChosen(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := number(t, server.Add(oauth2Path, map[string]any{"name": "Grafana", "client_id": "grafana", "client_secret": "the secret"}))
	proxy := number(t, server.Add("/providers/proxy/", map[string]any{"name": "Proxy", "external_host": "https://app.example.com"}))
	provider := connect(t, server)
	for _, asked := range []map[string]any{{"name": "Grafana"}, {"provider_id": id}} {
		result, diagnostics := provider.Open(secretType, asked)
		must(t, diagnostics)
		if text(t, result["client_secret"]) != "the secret" || text(t, result["client_id"]) != "grafana" || text(t, result["name"]) != "Grafana" {
			t.Error("the result is another one")
		}
	}
	for summary, asked := range map[string]map[string]any{
		"Missing argument": {}, "Invalid combination of arguments": {"name": "Grafana", "provider_id": id}, "Empty value": {"name": ""},
		"OAuth2 provider not found": {"name": "grafana"}, "Unexpected answer from authentik": {"provider_id": proxy},
	} {
		_, diagnostics := provider.Open(secretType, asked)
		_, ofConfig := provider.Read(configType, asked)
		for _, found := range [][]*tfprotov6.Diagnostic{diagnostics, ofConfig} {
			if len(found) != 1 || found[0].Summary != summary || strings.Contains(acctest.Describe(found), "the secret") {
				t.Errorf("%s is reported as %s", summary, acctest.Describe(found))
			}
		}
	}
}

// A mode of matching that no release has is a warning, and what the server says of a
// regular expression is attached to the argument.
func TestRedirectURIsThatAreRefused(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	flow := server.Add("/flows/instances/", map[string]any{"name": "Authorize", "slug": "authorize-app", "title": "Authorize", "designation": "authorization"})
	config := func(mode, uri string) map[string]any {
		return map[string]any{
			"name": "Grafana", "authorization_flow": flow, "invalidation_flow": flow,
			"allowed_redirect_uris": []map[string]any{{"matching_mode": mode, "url": uri}},
		}
	}
	resource := connect(t, server).Resource(t, "authentik_provider_oauth2")
	diagnostics := resource.Validate(config("prefix", "https://app.example.com"))
	if len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning || !strings.Contains(diagnostics[0].Detail, "[0].matching_mode") {
		t.Errorf("an unknown mode is reported as %s", acctest.Describe(diagnostics))
	}
	diagnostics = resource.Apply(config("regex", "https://(app.example.com"))
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("allowed_redirect_uris")` {
		t.Errorf("an expression that does not compile is reported as %s", acctest.Describe(diagnostics))
	}
	if len(server.Objects(oauth2Path)) != 0 {
		t.Error("something was created")
	}
}

// A provider of any type is found by its exact name, although the server only searches.
func TestProvidersOfAnyType(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(oauth2Path, map[string]any{"name": "app"})
	id := server.Add("/providers/scim/", map[string]any{"name": "App", "url": "https://scim.example.com"})
	server.Add("/providers/ldap/", map[string]any{"name": "App two"})
	provider := connect(t, server)
	state, diagnostics := provider.Read("authentik_provider", map[string]any{"name": "App"})
	must(t, diagnostics)
	if text(t, state["id"]) != id || text(t, state["meta_model_name"]) != "authentik_providers_scim.scimprovider" {
		t.Errorf("found %s of %s", state["id"], state["meta_model_name"])
	}
	state, diagnostics = provider.Read("authentik_providers", map[string]any{"meta_model_name": "authentik_providers_ldap.ldapprovider"})
	must(t, diagnostics)
	var ids []tftypes.Value
	if err := state["ids"].As(&ids); err != nil || len(ids) != 1 {
		t.Errorf("%d LDAP providers: %v", len(ids), err)
	}
}
