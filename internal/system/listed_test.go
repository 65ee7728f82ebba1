package system_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// What the server knows is listed by value, with what each is called.
func TestListsOfWhatTheServerKnows(t *testing.T) {
	t.Parallel()
	provider := connected(t, authentiktest.New(t))
	for name, expected := range map[string]struct{ list, keys, value string }{
		"authentik_event_actions":   {"actions", "names", "login_failed"},
		"authentik_admin_apps":      {"apps", "names", "authentik.core"},
		"authentik_admin_models":    {"models", "names", "authentik_core.user"},
		"authentik_geoip_countries": {"countries", "codes", "DE"},
	} {
		state, diagnostics := provider.Read(name, nil)
		ok(t, diagnostics)
		var listed []tftypes.Value
		if err := state[expected.list].As(&listed); err != nil {
			t.Fatal(err)
		}
		keys := texts(t, state[expected.keys])
		if !slices.Contains(keys, expected.value) || len(listed) != len(keys) {
			t.Errorf("%s has %v", name, keys)
		}
	}
}

func TestListsThatAReleaseLacks(t *testing.T) {
	t.Parallel()
	provider := connected(t, authentiktest.New(t, authentiktest.WithRelease("2022.12.3")))
	for name, words := range map[string][]string{
		"authentik_admin_models": {"has no models", "since 2023.6"}, "authentik_geoip_countries": {"has no countries", "since 2024.8"}, "authentik_files": {"has no files", "since 2025.12"},
		"authentik_system_settings": {"has no system settings", "since 2024.2"},
	} {
		_, diagnostics := provider.Read(name, nil)
		says(t, diagnostics, tfprotov6.DiagnosticSeverityError, words...)
	}
	state, diagnostics := provider.Read("authentik_event_actions", nil)
	if ok(t, diagnostics); !slices.Contains(texts(t, state["names"]), "login_failed") {
		t.Error("there is no login_failed")
	}
}

// Anything but an array is an error, not an empty list.
func TestListsThatAreNone(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	for _, body := range []string{`{"results":[]}`, `[1]`, `[{"name":{}}]`, `null`} {
		server.ResetResponses()
		server.Respond(func(r *http.Request) bool { return r.URL.Path == "/api/v3/admin/apps/" }, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			if _, err := w.Write([]byte(body)); err != nil {
				t.Error(err)
			}
		})
		_, diagnostics := connected(t, server).Read("authentik_admin_apps", nil)
		says(t, diagnostics, tfprotov6.DiagnosticSeverityError, "Unexpected answer from authentik")
	}
}

func TestFilesAreListed(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(filesPath, map[string]any{"name": "logo.svg"})
	server.Add(filesPath, map[string]any{"name": "icon.png"})
	provider := connected(t, server)
	for _, asked := range []struct {
		arguments map[string]any
		names     []string
	}{
		{nil, []string{"icon.png", "logo.svg"}},
		{map[string]any{"search": "icon"}, []string{"icon.png"}},
		{map[string]any{"usage": "media", "include_static": true}, []string{"/static/authentik/sources/ldap.png", "icon.png", "logo.svg"}},
	} {
		state, diagnostics := provider.Read("authentik_files", asked.arguments)
		if ok(t, diagnostics); !slices.Equal(texts(t, state["names"]), asked.names) {
			t.Errorf("%v has %v", asked.arguments, texts(t, state["names"]))
		}
	}
}

// The brand of the provider's URL has the slugs of its flows, in releases that call it
// tenant too.
func TestCurrentBrand(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.10.7", "2024.2.4", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		flow := server.Add("/flows/instances/", map[string]any{"name": "Recovery", "slug": "recovery", "title": "Recovery", "designation": "recovery"})
		key, _ := server.Objects("/core/brands/")[0]["pk"].(string)
		if err := server.Change("/core/brands/", key, map[string]any{"flow_recovery": flow}); err != nil {
			t.Fatal(err)
		}
		state, diagnostics := connected(t, server).Read("authentik_brand_current", nil)
		if ok(t, diagnostics); text(t, state["flow_recovery"]) != "recovery" || text(t, state["matched_domain"]) != "authentik-default" || !state["flow_lockdown"].IsNull() {
			t.Errorf("%s: %v", release, state)
		}
	}
}

func TestSettingsAreRead(t *testing.T) {
	t.Parallel()
	state, diagnostics := connected(t, authentiktest.New(t)).Read("authentik_system_settings", nil)
	if ok(t, diagnostics); text(t, state["event_retention"]) != "days=365" || text(t, state["flags"]) != "{}" {
		t.Errorf("%v", state)
	}
}
