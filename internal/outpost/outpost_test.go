package outpost_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// configOf is the configuration of the only outpost that is not embedded.
func configOf(server *authentiktest.Server) map[string]any {
	for _, outpost := range server.Objects(path) {
		if config, ok := outpost["config"].(map[string]any); ok && outpost["managed"] == nil {
			return config
		}
	}
	return nil
}

// The written keys of the configuration are managed: a new outpost starts from the
// server's default settings, other keys stay as they are through updates and imports, and
// drift is seen in written keys only.
func TestConfigKeys(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), "2023.10.7", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			withProviders(server, 1)
			provider := configured(t, server)
			resource := provider.Resource(t, "authentik_outpost")
			with := func(config string) map[string]any {
				return map[string]any{"name": "outpost", "protocol_providers": []int{1}, "config": config}
			}
			expect := func(key, value string) {
				t.Helper()
				if found := fmt.Sprint(configOf(server)[key]); found != value {
					t.Errorf("the server has %s = %s, expected %s", key, found, value)
				}
			}
			apply := func(config string, keys ...string) {
				t.Helper()
				ok(t, resource.Apply(with(config)))
				ok(t, resource.Refresh())
				if _, changes, _ := resource.Plan(with(config)); len(changes) > 0 {
					t.Errorf("the plan changes %v", changes)
				}
				var shown map[string]any
				if err := json.Unmarshal([]byte(text(t, resource.State["config"])), &shown); err != nil || len(shown) != len(keys) {
					t.Errorf("the state has %v, expected the keys %v", shown, keys)
				}
			}
			apply(`{"log_level":"debug","docker_labels":{"a":"1","b":"2"}}`, "log_level", "docker_labels")
			expect("authentik_host", server.URL()+"/")
			expect("log_level", "debug")
			change(t, server, map[string]any{"docker_network": "outside"})
			apply(`{"log_level":"trace","docker_labels":{"a":"1"}}`, "log_level", "docker_labels")
			expect("docker_network", "outside")
			expect("docker_labels", "map[a:1]")
			expect("log_level", "trace")

			change(t, server, map[string]any{"log_level": "error"})
			ok(t, resource.Refresh())
			if _, changes, _ := resource.Plan(with(`{"log_level":"trace","docker_labels":{"a":"1"}}`)); !slices.Equal(changes, []string{"config"}) {
				t.Errorf("after a change outside the plan changes %v", changes)
			}

			imported := provider.Resource(t, "authentik_outpost")
			ok(t, imported.Import("name=outpost"))
			ok(t, imported.Refresh())
			if _, changes, _ := imported.Plan(with(`{"log_level":"error"}`)); len(changes) > 0 {
				t.Errorf("after the import the plan changes %v", changes)
			}
			ok(t, imported.Apply(with(`{"log_level":"info"}`)))
			expect("docker_network", "outside")
			expect("log_level", "info")
		})
	}
}

// change changes keys of the configuration behind the provider's back.
func change(t *testing.T, server *authentiktest.Server, keys map[string]any) {
	t.Helper()
	for _, outpost := range server.Objects(path) {
		if outpost["managed"] != nil {
			continue
		}
		config, _ := outpost["config"].(map[string]any)
		maps.Copy(config, keys)
		if err := server.Change(path, fmt.Sprint(outpost["pk"]), map[string]any{"config": config}); err != nil {
			t.Fatal(err)
		}
	}
}

// Providers that do not change are not sent, so that an update of something else keeps
// what was attached after the refresh.
func TestUpdateKeepsAttachments(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 2)
	provider := configured(t, server)
	resource := provider.Resource(t, "authentik_outpost")
	with := func(level string) map[string]any {
		return map[string]any{"name": "outpost", "protocol_providers": []int{1}, "config": `{"log_level":"` + level + `"}`}
	}
	ok(t, resource.Apply(with("info")))
	id := text(t, resource.State["id"])
	ok(t, provider.Resource(t, attachment).Apply(map[string]any{"outpost": id, "protocol_provider": 2}))
	ok(t, resource.Apply(with("debug")))
	if found := held(server, id); len(found) != 2 {
		t.Errorf("the outpost has %v", found)
	}
}

// What is wrong with an outpost is said at the argument.
func TestInvalidOutposts(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 1)
	server.Add("/providers/ldap/", map[string]any{"pk": 2, "name": "ldap"})
	provider := configured(t, server)
	for name, invalid := range map[string]struct {
		config          map[string]any
		attribute, says string
	}{
		"no provider":           {map[string]any{"name": "a", "protocol_providers": []int{}}, "protocol_providers", "Outpost without providers"},
		"providers unset":       {map[string]any{"name": "a"}, "protocol_providers", "may not be empty"},
		"another type":          {map[string]any{"name": "a", "protocol_providers": []int{2}}, "protocol_providers", "can't be used with"},
		"no such provider":      {map[string]any{"name": "a", "protocol_providers": []int{99}}, "protocol_providers", "does not exist"},
		"a key that is unknown": {map[string]any{"name": "b", "protocol_providers": []int{1}, "config": `{"log_levl":"debug"}`}, "config", "`log_levl` is no key"},
		"a list":                {map[string]any{"name": "a", "protocol_providers": []int{1}, "config": `["log_level"]`}, "config", "must be a JSON object"},
		"no JSON":               {map[string]any{"name": "a", "protocol_providers": []int{1}, "config": `log_level: debug`}, "config", "must be JSON"},
	} {
		report := acctest.Describe(provider.Resource(t, "authentik_outpost").Validate(invalid.config))
		if report == "" {
			report = acctest.Describe(provider.Resource(t, "authentik_outpost").Apply(invalid.config))
		}
		if !strings.Contains(report, `AttributeName("`+invalid.attribute+`")`) || !strings.Contains(report, invalid.says) {
			t.Errorf("%s: %s", name, report)
		}
	}
	const secret = "not a key but a secret"
	if report := acctest.Describe(provider.Resource(t, "authentik_outpost").Validate(map[string]any{"name": "a", "config": `{"` + secret + `":1}`})); strings.Contains(report, secret) {
		t.Errorf("a message repeats what is no name: %s", report)
	}
}

// Outposts whose names differ in case only are told apart, and the embedded one is found
// by its name and by `managed`.
func TestFindingOutposts(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 1)
	provider := configured(t, server)
	for _, name := range []string{"Outpost", "outpost"} {
		ok(t, provider.Resource(t, "authentik_outpost").Apply(map[string]any{"name": name, "protocol_providers": []int{1}}))
	}
	for _, way := range []map[string]any{{"name": "Outpost"}, {"name": "outpost"}, {"name": "authentik Embedded Outpost"}, {"managed": embedded}} {
		state, diagnostics := provider.Read("authentik_outpost", way)
		ok(t, diagnostics)
		if name, asked := text(t, state["name"]), way["name"]; asked != nil && name != asked {
			t.Errorf("%v finds %s", way, name)
		}
		if asked := way["managed"]; asked != nil && text(t, state["id"]) != outpostID {
			t.Errorf("%v finds %s", way, state["id"])
		}
	}
	if _, diagnostics := provider.Read("authentik_outpost", map[string]any{"name": "OUTPOST"}); !strings.Contains(acctest.Describe(diagnostics), "not found") {
		t.Errorf("OUTPOST: %s", acctest.Describe(diagnostics))
	}
	// The embedded one keeps its name and its providers.
	resource := provider.Resource(t, "authentik_outpost")
	ok(t, resource.Import("managed="+embedded))
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(map[string]any{"name": "authentik Embedded Outpost"}); len(changes) > 0 {
		t.Errorf("after the import the plan changes %v", changes)
	}
	if report := acctest.Describe(resource.Apply(map[string]any{"name": "renamed"})); !strings.Contains(report, `AttributeName("name")`) {
		t.Errorf("renaming the embedded outpost is reported as %s", report)
	}
}

// A kubeconfig stays out of every message, and may be left out for a local cluster.
func TestKubeconfig(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server)
	const secret, name = "the-cluster-token", "authentik_service_connection_kubernetes"
	resource := provider.Resource(t, name)
	diagnostics := resource.Apply(map[string]any{"name": "a", "kubeconfig": `{"users":[{"user":{"token":"` + secret + `"}}]}`})
	if report := acctest.Describe(diagnostics); !strings.Contains(report, `AttributeName("kubeconfig")`) || strings.Contains(report, secret) {
		t.Errorf("an invalid kubeconfig is reported as %s", report)
	}
	good := `{"current-context":"a","clusters":[],"contexts":[],"users":[{"user":{"token":"` + secret + `"}}]}`
	resource = provider.Resource(t, name)
	ok(t, resource.Apply(map[string]any{"name": "a", "kubeconfig_wo": good, "kubeconfig_wo_version": 1}))
	if !resource.State["kubeconfig"].IsNull() || !resource.State["kubeconfig_wo"].IsNull() {
		t.Error("the state has the kubeconfig")
	}
	ok(t, resource.Apply(map[string]any{"name": "a", "local": true}))
	if objects := server.Objects("/outposts/service_connections/kubernetes/"); fmt.Sprint(objects[0]["kubeconfig"]) != "map[]" {
		t.Errorf("the server still has a kubeconfig")
	}
	if report := acctest.Describe(provider.Resource(t, name).Check(map[string]any{"name": "b"})); !strings.Contains(report, "No kubeconfig") {
		t.Errorf("neither local nor kubeconfig: %s", report)
	}
}

// What the server reports of outposts and connections; what it does not report is null.
func TestReports(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 1)
	connection := server.Add("/outposts/service_connections/docker/", map[string]any{"name": "docker", "url": "http://docker:2375"})
	provider := configured(t, server)
	state, diagnostics := provider.Read("authentik_service_connection_state", map[string]any{"id": connection})
	ok(t, diagnostics)
	if !state["healthy"].Equal(tftypes.NewValue(tftypes.Bool, false)) || text(t, state["version"]) != "" {
		t.Errorf("the state is %v", state)
	}
	state, diagnostics = provider.Read("authentik_service_connection", map[string]any{"name": "docker"})
	ok(t, diagnostics)
	if text(t, state["id"]) != connection {
		t.Errorf("the connection is %v", state)
	}
	state, diagnostics = provider.Read("authentik_outpost_default_settings", nil)
	ok(t, diagnostics)
	if !strings.Contains(text(t, state["config"]), `"log_level":"info"`) {
		t.Errorf("the default settings are %v", state)
	}
	server.Respond(authentiktest.Matching(http.MethodGet, path+outpostID+"/health/"), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`[{"last_seen":"2026-11-25T20:00:00Z","version":"2026.8.5","version_outdated":false,"fips_enabled":null}]`))
	})
	state, diagnostics = provider.Read("authentik_outpost_health", map[string]any{"id": outpostID})
	ok(t, diagnostics)
	var instances []tftypes.Value
	if err := state["instances"].As(&instances); err != nil || len(instances) != 1 {
		t.Fatalf("the health is %v: %v", state, err)
	}
	for _, name := range []string{"authentik_outpost_health", "authentik_service_connection_state"} {
		if _, diagnostics := provider.Read(name, map[string]any{"id": missing}); !strings.Contains(acctest.Describe(diagnostics), "not found") {
			t.Errorf("%s of nothing: %s", name, acctest.Describe(diagnostics))
		}
	}
}

const missing = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"

// The token of an outpost comes from the server and needs a permission of its own.
func TestToken(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 1)
	provider := configured(t, server)
	outpost := provider.Resource(t, "authentik_outpost")
	ok(t, outpost.Apply(map[string]any{"name": "outpost", "protocol_providers": []int{1}}))
	result, diagnostics := provider.Open("authentik_outpost_token", map[string]any{"outpost": text(t, outpost.State["id"])})
	ok(t, diagnostics)
	if text(t, result["token"]) == "" || text(t, result["token_identifier"]) != text(t, outpost.State["token_identifier"]) {
		t.Errorf("the token %s is empty, or not the outpost's", result["token_identifier"])
	}
	server.Respond(authentiktest.Matching(http.MethodGet, "/core/tokens/"+text(t, outpost.State["token_identifier"])+"/view_key/"), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusForbidden)
		_, _ = w.Write([]byte(`{"detail":"You do not have permission to perform this action."}`))
	})
	_, diagnostics = provider.Open("authentik_outpost_token", map[string]any{"outpost": text(t, outpost.State["id"])})
	if report := acctest.Describe(diagnostics); !strings.Contains(report, "authentik_core.view_token_key") {
		t.Errorf("without permission: %s", report)
	}
}
