package providers_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	flow        = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"
	proxies     = "/providers/proxy/"
	firstScope  = "22222222-fcc7-421d-9e69-d7ac2c627141"
	secondScope = "22222222-fcc7-421d-9e69-d7ac2c627142"
)

// connectedTo is a provider for the server.
func connectedTo(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	succeeds(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	return provider
}

// succeeds fails the test for an error.
func succeeds(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// with are the arguments of a proxy provider, and more.
func with(more map[string]any) map[string]any {
	config := map[string]any{
		"name": "proxy", "authorization_flow": flow, "invalidation_flow": flow, "external_host": "https://app.example.com", "internal_host": "http://app:8080",
	}
	maps.Copy(config, more)
	return config
}

// withScopes adds two scope mappings besides those that the server adds to every proxy
// provider.
func withScopes(server *authentiktest.Server) {
	const path = "/propertymappings/provider/scope/"
	server.Add(path, map[string]any{"pk": firstScope, "name": "first", "scope_name": "first", "expression": "return {}"})
	server.Add(path, map[string]any{"pk": secondScope, "name": "second", "scope_name": "second", "expression": "return {}"})
}

// What the server adds to the mappings is no change, neither after an apply nor after an
// import; what is removed from the configuration is removed from the server; the data
// source shows all.
func TestProxyMappings(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/flows/instances/", map[string]any{"pk": flow, "name": "flow", "slug": "flow"})
	withScopes(server)
	provider := connectedTo(t, server)
	resource := provider.Resource(t, "authentik_provider_proxy")
	mappings := func() int {
		fields, _ := server.Objects(proxies)[0]["property_mappings"].([]any)
		return len(fields)
	}
	empty := func(resource *acctest.Managed, config map[string]any) {
		t.Helper()
		succeeds(t, resource.Refresh())
		if _, changes, _ := resource.Plan(config); len(changes) > 0 {
			t.Errorf("the plan changes %v", changes)
		}
	}
	for _, step := range []struct {
		written []string
		count   int
	}{{nil, 5}, {[]string{firstScope, secondScope}, 7}, {[]string{secondScope}, 6}, {[]string{}, 5}, {[]string{firstScope}, 6}} {
		config := with(nil)
		if step.written != nil {
			config["property_mappings"] = step.written
		}
		succeeds(t, resource.Apply(config))
		if mappings() != step.count {
			t.Errorf("with %v the server has %d mappings, expected %d", step.written, mappings(), step.count)
		}
		empty(resource, config)
		imported := provider.Resource(t, "authentik_provider_proxy")
		succeeds(t, imported.Import("name=proxy"))
		empty(imported, config)
	}
	// An imported mapping that is not written is removed.
	imported := provider.Resource(t, "authentik_provider_proxy")
	succeeds(t, imported.Import("name=proxy"))
	succeeds(t, imported.Refresh())
	if _, changes, _ := imported.Plan(with(nil)); len(changes) != 1 || changes[0] != "property_mappings" {
		t.Errorf("without the imported mapping the plan changes %v", changes)
	}
	state, diagnostics := provider.Read("authentik_provider_proxy", map[string]any{"name": "proxy"})
	succeeds(t, diagnostics)
	var shown []tftypes.Value
	if err := state["property_mappings"].As(&shown); err != nil || len(shown) != 6 {
		t.Errorf("the data source shows %d mappings: %v", len(shown), err)
	}
}

// What the server would refuse, or an outpost ignore, is found while planning.
func TestInvalidProviders(t *testing.T) {
	t.Parallel()
	provider := connectedTo(t, authentiktest.New(t))
	for name, invalid := range map[string]struct {
		resource  string
		config    map[string]any
		attribute string
		says      string
	}{
		"mode proxy without internal_host": {"provider_proxy", with(map[string]any{"internal_host": nil}), "internal_host", "must be set where `mode` is `proxy`"},
		"empty internal_host":              {"provider_proxy", with(map[string]any{"internal_host": "", "mode": "proxy"}), "internal_host", "must be set"},
		"no user attribute":                {"provider_proxy", with(map[string]any{"basic_auth_enabled": true, "basic_auth_password_attribute": "a"}), "basic_auth_username_attribute", "must be set"},
		"no password attribute":            {"provider_proxy", with(map[string]any{"basic_auth_enabled": true, "basic_auth_username_attribute": "a"}), "basic_auth_password_attribute", "must be set"},
		"networks that are none":           {"provider_radius", radius("10.0.0.0/8, 192.168.1.300/24"), "client_networks", "CIDR notation"},
		"an address":                       {"provider_radius", radius("10.0.0.1"), "client_networks", "CIDR notation"},
		"a comma at the end":               {"provider_radius", radius("10.0.0.0/8,"), "client_networks", "CIDR notation"},
		"settings that are no JSON":        {"provider_rac", map[string]any{"name": "rac", "authorization_flow": flow, "settings": "{"}, "settings", "must be JSON"},
		"nobody can connect": {"rac_endpoint", map[string]any{
			"name": "a", "protocol_provider": 1, "protocol": "ssh", "host": "a.example.com", "maximum_connections": 0,
		}, "maximum_connections", "-1"},
	} {
		diagnostics := provider.Resource(t, "authentik_"+invalid.resource).Validate(invalid.config)
		report := acctest.Describe(diagnostics)
		if len(diagnostics) != 1 || !strings.Contains(report, `AttributeName("`+invalid.attribute+`")`) || !strings.Contains(report, invalid.says) {
			t.Errorf("%s: %s", name, report)
		}
	}
	succeeds(t, provider.Resource(t, "authentik_provider_proxy").Validate(with(map[string]any{"internal_host": nil, "mode": "forward_single"})))
	succeeds(t, provider.Resource(t, "authentik_provider_radius").Validate(radius("10.0.0.0/8,2001:db8::/32 , 0.0.0.0/0")))
}

func radius(networks string) map[string]any {
	return map[string]any{"name": "radius", "authorization_flow": flow, "invalidation_flow": flow, "client_networks": networks}
}

// Names that differ in case only are different providers, which the server's filter does
// not tell apart.
func TestProvidersThatDifferInCase(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	for id, name := range map[int]string{1: "Proxy", 2: "proxy"} {
		server.Add(proxies, map[string]any{"pk": id, "name": name, "external_host": "https://app.example.com"})
	}
	provider := connectedTo(t, server)
	for id, name := range map[string]string{"1": "Proxy", "2": "proxy"} {
		state, diagnostics := provider.Read("authentik_provider_proxy", map[string]any{"name": name})
		succeeds(t, diagnostics)
		if !state["id"].Equal(tftypes.NewValue(tftypes.String, id)) {
			t.Errorf("%s is %s", name, state["id"])
		}
	}
	if _, diagnostics := provider.Read("authentik_provider_proxy", map[string]any{"name": "PROXY"}); !strings.Contains(acctest.Describe(diagnostics), "not found") {
		t.Errorf("PROXY is found: %s", acctest.Describe(diagnostics))
	}
}

// The data source shows the redirect URIs of every release in the newest one's form.
func TestProxyRedirectURIs(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2024.12.5", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		server.Add("/flows/instances/", map[string]any{"pk": flow, "name": "flow", "slug": "flow"})
		provider := connectedTo(t, server)
		config := with(nil)
		if release == "2023.10.7" {
			delete(config, "invalidation_flow")
		}
		succeeds(t, provider.Resource(t, "authentik_provider_proxy").Apply(config))
		state, diagnostics := provider.Read("authentik_provider_proxy", map[string]any{"name": "proxy"})
		succeeds(t, diagnostics)
		var uris []tftypes.Value
		if err := state["redirect_uris"].As(&uris); err != nil || len(uris) != 2 {
			t.Errorf("%s has %d redirect URIs: %v", release, len(uris), err)
		}
	}
}

// With goauthentik/authentik's defaults, mappings that are not configured are left alone:
// that provider's state has null for them, whatever somebody chose in the interface.
func TestProxyMappingsOfTheIncumbent(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/flows/instances/", map[string]any{"pk": flow, "name": "flow", "slug": "flow"})
	withScopes(server)
	provider := acctest.NewProvider(t)
	succeeds(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "defaults": "goauthentik"}))
	resource := provider.Resource(t, "authentik_provider_proxy")
	succeeds(t, resource.Apply(with(nil)))
	var id string
	if err := resource.State["id"].As(&id); err != nil {
		t.Fatal(err)
	}
	if err := server.Change(proxies, id, map[string]any{"property_mappings": []any{firstScope}}); err != nil {
		t.Fatal(err)
	}
	succeeds(t, resource.Refresh())
	if _, changes, _ := resource.Plan(with(nil)); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
	succeeds(t, resource.Apply(with(map[string]any{"mode": "forward_single"})))
	if mappings, _ := server.Objects(proxies)[0]["property_mappings"].([]any); !slices.Contains(mappings, any(firstScope)) {
		t.Errorf("the update removed the mapping: %v", mappings)
	}
}
