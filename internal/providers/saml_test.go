package providers_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

const keyPair = "33333333-fcc7-421d-9e69-d7ac2c62714c"

// and are the minimal arguments of the kind, and more.
func and(kind string, more map[string]any) map[string]any {
	config := maps.Clone(lifecycle.Of(kind).Minimal)
	maps.Copy(config, more)
	return config
}

// shown is the attribute's string, "" for null.
func shown(t *testing.T, state map[string]tftypes.Value, name string) string {
	t.Helper()
	var value *string
	if err := state[name].As(&value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if value == nil {
		return ""
	}
	return *value
}

// What the server refuses or would change silently is found before anything is sent.
func TestSAMLArgumentsThatDoNotFit(t *testing.T) {
	t.Parallel()
	provider := connectedTo(t, authentiktest.New(t))
	for name, test := range map[string]struct {
		kind      string
		more      map[string]any
		isError   bool
		attribute string
		says      string
	}{
		"a response signed without a key": {"provider_saml", map[string]any{"sign_response": true}, false, "sign_response", "Set `signing_kp`"},
		"an assertion signed without":     {"provider_saml", map[string]any{"sign_assertion": true, "signing_kp": ""}, false, "sign_assertion", "signs nothing"},
		"a logout signed without":         {"provider_ws_federation", map[string]any{"sign_logout_request": true}, false, "sign_logout_request", "signs nothing"},
		"nothing to sign":                 {"provider_saml", map[string]any{"signing_kp": keyPair, "sign_assertion": false}, true, "signing_kp", "`sign_assertion` and `sign_response`"},
		"no assertion to sign":            {"provider_ws_federation", map[string]any{"signing_kp": keyPair, "sign_assertion": false}, true, "signing_kp", "`sign_assertion` must be true"},
		"logout by redirects":             {"provider_saml", map[string]any{"logout_method": "backchannel", "sls_binding": "redirect"}, true, "logout_method", "sls_binding = \"post\""},
		"logout by the default binding":   {"provider_saml", map[string]any{"logout_method": "backchannel"}, true, "logout_method", "frontchannel_iframe"},
		"an ACS URL that is none":         {"provider_saml", map[string]any{"acs_url": "app.example.com/acs"}, true, "acs_url", "must be a URL"},
		"an ACS URL of another scheme":    {"provider_saml", map[string]any{"acs_url": "ftp://app.example.com/acs"}, true, "acs_url", "must be a URL"},
		"an SLS URL that is none":         {"provider_saml", map[string]any{"sls_url": "https:///sls"}, true, "sls_url", "must be a URL"},
		"a reply URL that is none":        {"provider_ws_federation", map[string]any{"reply_url": "urn:example"}, true, "reply_url", "must be a URL"},
		"a duration that is none":         {"provider_saml", map[string]any{"assertion_valid_not_on_or_after": "5 minutes"}, true, "assertion_valid_not_on_or_after", "minutes"},
		"a mapping by its name":           {"provider_saml", map[string]any{"name_id_mapping": "Email"}, true, "name_id_mapping", "UUID"},
		"an unknown algorithm":            {"provider_saml", map[string]any{"digest_algorithm": "sha256"}, false, "digest_algorithm", "sha256"},
	} {
		diagnostics := provider.Resource(t, "authentik_"+test.kind).Validate(and(test.kind, test.more))
		report := acctest.Describe(diagnostics)
		if len(diagnostics) != 1 || acctest.HasError(diagnostics) != test.isError || !strings.Contains(report, `AttributeName("`+test.attribute+`")`) || !strings.Contains(report, test.says) {
			t.Errorf("%s: %s", name, report)
		}
	}
	for name, more := range map[string]map[string]any{
		"a default":         nil,
		"a key":             {"signing_kp": keyPair},
		"a key not known":   {"signing_kp": tftypes.NewValue(tftypes.String, tftypes.UnknownValue), "sign_assertion": false, "sign_response": true},
		"logout by post":    {"logout_method": "backchannel", "sls_binding": "post"},
		"no SLS URL":        {"sls_url": ""},
		"a local ACS":       {"acs_url": "http://localhost:8080/acs"},
		"a response signed": {"signing_kp": keyPair, "sign_assertion": false, "sign_response": true},
	} {
		if diagnostics := provider.Resource(t, "authentik_provider_saml").Validate(and("provider_saml", more)); len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, acctest.Describe(diagnostics))
		}
	}
}

// The metadata is read by name and by ID in every release, and its absence is an error
// that says what to do.
func TestSAMLProviderMetadata(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ kind, path, release string }{
		{"provider_saml", "/providers/saml/", "2023.10.7"},
		{"provider_saml", "/providers/saml/", "2025.12.4"},
		{"provider_saml", "/providers/saml/", "2026.8.5"},
		{"provider_ws_federation", "/providers/wsfed/", "2026.2.2"},
		{"provider_ws_federation", "/providers/wsfed/", "2026.8.5"},
	} {
		t.Run(test.kind+"/"+test.release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			provider := connectedTo(t, server)
			id := server.Add(test.path, map[string]any{"name": "Console", "acs_url": "https://console.example.com", "reply_url": "https://console.example.com", "wtrealm": "urn:example"})
			_, diagnostics := provider.Read("authentik_"+test.kind+"_metadata", map[string]any{"name": "Console"})
			if report := acctest.Describe(diagnostics); !acctest.HasError(diagnostics) || !strings.Contains(report, "No application has the provider") || !strings.Contains(report, "depends_on") {
				t.Errorf("without an application: %s", report)
			}
			server.Add("/core/applications/", map[string]any{"name": "Console", "slug": "console", "provider": id})
			for name, arguments := range map[string]map[string]any{"name": {"name": "Console"}, "ID": {"provider_id": tftypes.NewValue(tftypes.Number, pkOf(t, id))}} {
				state, diagnostics := connectedTo(t, server).Read("authentik_"+test.kind+"_metadata", arguments)
				succeeds(t, diagnostics)
				if !strings.Contains(shown(t, state, "metadata"), "EntityDescriptor") || shown(t, state, "id") != id || shown(t, state, "name") != "Console" {
					t.Errorf("by %s: %v", name, state)
				}
			}
		})
	}
}

// What selects no provider, or a WS-Federation provider in the SAML list, is an error.
func TestSAMLProviderMetadataOfNothing(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/providers/wsfed/", map[string]any{"name": "Federation", "reply_url": "https://app.example.com", "wtrealm": "urn:example"})
	for name, test := range map[string]struct {
		kind      string
		arguments map[string]any
		says      string
	}{
		"nothing":                    {"provider_saml", nil, "Exactly one of"},
		"both":                       {"provider_saml", map[string]any{"name": "a", "provider_id": 7}, "Exactly one of"},
		"an unknown name":            {"provider_saml", map[string]any{"name": "a"}, "SAML provider not found"},
		"an unknown ID":              {"provider_ws_federation", map[string]any{"provider_id": 7}, "WS-Federation provider not found"},
		"a provider of another type": {"provider_saml", map[string]any{"name": "Federation"}, "SAML provider"},
		"a release without a kind":   {"provider_ws_federation", map[string]any{"name": "a"}, "has no WS-Federation providers"},
	} {
		provider := connectedTo(t, server)
		if name == "a release without a kind" {
			provider = connectedTo(t, authentiktest.New(t, authentiktest.WithRelease("2025.12.4")))
		}
		if _, diagnostics := provider.Read("authentik_"+test.kind+"_metadata", test.arguments); !acctest.HasError(diagnostics) || !strings.Contains(acctest.Describe(diagnostics), test.says) {
			t.Errorf("%s: %s", name, acctest.Describe(diagnostics))
		}
	}
}

// A list of SAML providers leaves out WS-Federation providers, which the server puts into
// it.
func TestSAMLListWithoutWSFederation(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/providers/wsfed/", map[string]any{"name": "Federation", "reply_url": "https://app.example.com", "wtrealm": "urn:example"})
	id := server.Add("/providers/saml/", map[string]any{"name": "Console", "acs_url": "https://console.example.com"})
	state, diagnostics := connectedTo(t, server).Read("authentik_providers_saml", map[string]any{})
	succeeds(t, diagnostics)
	var ids []tftypes.Value
	if err := state["ids"].As(&ids); err != nil {
		t.Fatal(err)
	}
	if len(ids) != 1 || !ids[0].Equal(tftypes.NewValue(tftypes.String, id)) {
		t.Errorf("the IDs are %v", ids)
	}
}

// The function gives the arguments of a SAML provider, null for what the metadata lacks.
func TestSAMLMetadataFunction(t *testing.T) {
	t.Parallel()
	provider := acctest.NewProvider(t)
	result, failure := provider.Call(t, "saml_metadata", `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:example:console">
		<SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAssertionsSigned="true">
		<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
		<AssertionConsumerService index="1" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://console.example.com/acs"/>
		</SPSSODescriptor></EntityDescriptor>`)
	if failure != "" {
		t.Fatal(failure)
	}
	for name, want := range map[string]string{
		"entity_id": "urn:example:console", "acs_url": "https://console.example.com/acs", "sp_binding": "post",
		"sls_url": "", "sls_binding": "", "signing_certificate": "", "encryption_certificate": "",
	} {
		if got := shown(t, result, name); got != want || want == "" && !result[name].IsNull() {
			t.Errorf("%s is %q", name, got)
		}
	}
	if !result["want_assertions_signed"].Equal(tftypes.NewValue(tftypes.Bool, true)) || !result["authn_requests_signed"].Equal(tftypes.NewValue(tftypes.Bool, false)) {
		t.Errorf("it is %v", result)
	}
	if _, failure := provider.Call(t, "saml_metadata", "<!doctype html><html>secret-one</html>"); !strings.Contains(failure, "HTML page") || strings.Contains(failure, "secret-") {
		t.Errorf("a page: %q", failure)
	}
}

// The issuer has another name, and may be empty, since 2026.5: on each release it is what
// was last written, or the server's own, and the plan is empty.
func TestSAMLIssuer(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2026.2.7", "2026.5.6", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		withEverything(server)
		resource := connectedTo(t, server).Resource(t, "authentik_provider_saml")
		for _, step := range []struct{ written, want map[string]any }{
			{nil, map[string]any{"2023.10.7": "authentik", "2026.2.7": "authentik"}},
			{map[string]any{"issuer": "https://auth.example.com"}, map[string]any{release: "https://auth.example.com"}},
			{nil, map[string]any{release: "https://auth.example.com"}},
		} {
			config := lifecycle.Of("provider_saml").On(release, and("provider_saml", step.written))
			succeeds(t, resource.Apply(config))
			succeeds(t, resource.Refresh())
			_, changes, _ := resource.Plan(config)
			want, _ := step.want[release].(string)
			if got := shown(t, resource.State, "issuer"); got != want || len(changes) > 0 {
				t.Errorf("%s with %v: the issuer is %q, the plan changes %v", release, step.written, got, changes)
			}
		}
	}
}
