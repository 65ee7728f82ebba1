package system_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	settingsType = "authentik_system_settings"
	settingsPath = "/admin/settings/"
)

// stored are the settings as the server has them.
func stored(t *testing.T, server *authentiktest.Server) map[string]any {
	t.Helper()
	return acctest.API{URL: server.URL(), Token: server.Token()}.Get(t, "/admin/", "settings")
}

// links are the footer links as the server has them, as JSON.
func links(t *testing.T, server *authentiktest.Server) string {
	t.Helper()
	sent, err := json.Marshal(stored(t, server)["footer_links"])
	if err != nil {
		t.Fatal(err)
	}
	return string(sent)
}

// patches are the keys of each PATCH that the server got.
func patches(t *testing.T, server *authentiktest.Server) [][]string {
	t.Helper()
	var found [][]string
	for _, request := range server.Requests() {
		if request.Method != http.MethodPatch {
			continue
		}
		found = append(found, slices.Sorted(maps.Keys(request.Body)))
	}
	return found
}

// The settings are taken over and changed key by key; what is not configured stays, and
// is in the state.
func TestSettingsAreChangedKeyByKey(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, settingsType)
	config := map[string]any{"event_retention": "days=90", "impersonation": false, "default_token_length": 80}
	ok(t, resource.Apply(config))
	if got := patches(t, server); len(got) != 1 || strings.Join(got[0], " ") != "default_token_length event_retention impersonation" {
		t.Errorf("sent %v", got)
	}
	if text(t, resource.State["avatars"]) != "gravatar,initials" || text(t, resource.State["id"]) != "settings" {
		t.Errorf("the state has %v", resource.State)
	}
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}

	// An equal duration is no change; another key is the only one sent.
	server.ResetRequests()
	ok(t, resource.Apply(map[string]any{"event_retention": "hours=2160", "impersonation": true, "default_token_length": 80}))
	if got := patches(t, server); len(got) != 1 || strings.Join(got[0], " ") != "impersonation" {
		t.Errorf("sent %v", got)
	}

	// What is no longer configured keeps its value.
	server.ResetRequests()
	ok(t, resource.Apply(map[string]any{"impersonation": true}))
	if got := patches(t, server); len(got) != 0 || stored(t, server)["event_retention"] != "days=90" {
		t.Errorf("sent %v", got)
	}
}

// A change outside of Terraform is taken back where the key is configured, and only noted
// where it is not.
func TestSettingsDrift(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, settingsType)
	config := map[string]any{"gdpr_compliance": true}
	ok(t, resource.Apply(config))
	api := acctest.API{URL: server.URL(), Token: server.Token()}
	api.Change(t, "/admin/", "settings", map[string]any{"gdpr_compliance": false, "avatars": "initials"})
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "gdpr_compliance" {
		t.Errorf("the plan changes %v", changes)
	}
	ok(t, resource.Apply(config))
	if now := stored(t, server); now["gdpr_compliance"] != true || now["avatars"] != "initials" {
		t.Errorf("the server has %v", now)
	}
}

// Destroying changes nothing and says so.
func TestSettingsStayOnDestroy(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, settingsType)
	ok(t, resource.Apply(map[string]any{"event_retention": "days=90"}))
	server.ResetRequests()
	says(t, resource.Apply(nil), tfprotov6.DiagnosticSeverityWarning, "stay as they are", "changes nothing on the server")
	if resource.State != nil || len(patches(t, server)) != 0 || stored(t, server)["event_retention"] != "days=90" {
		t.Error("the settings have changed")
	}
}

// Flags are merged with those of the server, of which only the written ones are compared.
func TestFlagsAreMerged(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	api := acctest.API{URL: server.URL(), Token: server.Token()}
	api.Change(t, "/admin/", "settings", map[string]any{"flags": map[string]any{"of_tomorrow": true, "flows_refresh_others": false}})
	resource := connected(t, server).Resource(t, settingsType)
	config := map[string]any{"flags": `{"flows_refresh_others": true}`}
	ok(t, resource.Apply(config))
	if flags, _ := stored(t, server)["flags"].(map[string]any); flags["of_tomorrow"] != true || flags["flows_refresh_others"] != true || len(flags) != 2 {
		t.Errorf("the server has %v", flags)
	}
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) > 0 || text(t, resource.State["flags"]) != config["flags"] {
		t.Errorf("the plan changes %v", changes)
	}
	api.Change(t, "/admin/", "settings", map[string]any{"flags": map[string]any{"of_tomorrow": false, "flows_refresh_others": false}})
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "flags" {
		t.Errorf("after a change outside the plan changes %v", changes)
	}
}

// Links keep their order, and what else the server has in one of them.
func TestFooterLinks(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	api := acctest.API{URL: server.URL(), Token: server.Token()}
	before := []any{map[string]any{"name": "Imprint", "href": "https://old.example.com", "icon": "law"}}
	api.Change(t, "/admin/", "settings", map[string]any{"footer_links": before})
	resource := connected(t, server).Resource(t, settingsType)
	config := map[string]any{"footer_links": []map[string]any{{"name": "Privacy", "href": "https://example.com/privacy"}, {"name": "Imprint"}}}
	ok(t, resource.Apply(config))
	if sent := links(t, server); sent != `[{"href":"https://example.com/privacy","name":"Privacy"},{"href":null,"icon":"law","name":"Imprint"}]` {
		t.Errorf("the server has %s", sent)
	}
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
	// Any JSON can be there.
	api.Change(t, "/admin/", "settings", map[string]any{"footer_links": "x"})
	ok(t, resource.Refresh())
	ok(t, resource.Apply(config))
	if sent := links(t, server); !strings.Contains(sent, "Privacy") {
		t.Errorf("the server has %s", sent)
	}
}

func TestSettingsAreImported(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, settingsType)
	says(t, resource.Import("x"), tfprotov6.DiagnosticSeverityError, "Import it by `settings`")
	ok(t, resource.Import("settings"))
	if _, changes, _ := resource.Plan(map[string]any{"default_token_duration": "minutes=30", "flags": "{}"}); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
}

// What the release lacks is refused with the release that has it; so are values that the
// server would refuse, and flags that no release has.
func TestSettingsThatAreRefused(t *testing.T) {
	t.Parallel()
	for name, refused := range map[string]struct {
		release string
		config  map[string]any
		words   []string
	}{
		"no settings":      {"2023.10.7", map[string]any{"gdpr_compliance": true}, []string{"authentik 2023.10.7 has no system settings", "since 2024.2"}},
		"argument":         {"2024.2.4", map[string]any{"default_token_length": 80}, []string{"default_token_length", "since authentik 2024.4"}},
		"flags":            {"2025.6.4", map[string]any{"flags": `{"flows_refresh_others":true}`}, []string{"flags", "since authentik 2025.8"}},
		"flag":             {"2025.8.6", map[string]any{"flags": `{"flows_refresh_others":true}`}, []string{"no flag `flows_refresh_others`", "since authentik 2025.10"}},
		"former flag":      {"2026.8.5", map[string]any{"flags": `{"policies_buffered_access_view":true}`}, []string{"no flag `policies_buffered_access_view`", "from authentik 2025.8 to 2026.2"}},
		"unknown flag":     {"2026.8.5", map[string]any{"flags": `{"flows_refresh_other":true}`}, []string{"no flag `flows_refresh_other`", "`flows_refresh_others`"}},
		"flag of no bool":  {"2026.8.5", map[string]any{"flags": `{"flows_refresh_others":"yes"}`}, []string{"true or false"}},
		"flag of nothing":  {"2026.8.5", map[string]any{"flags": `{"flows_refresh_others":null}`}, []string{"true or false"}},
		"flags of no kind": {"2026.8.5", map[string]any{"flags": `[]`}, []string{"true or false"}},
		"duration":         {"2026.8.5", map[string]any{"event_retention": "90 days"}, []string{"Invalid duration"}},
		"empty":            {"2026.8.5", map[string]any{"avatars": ""}, []string{"Empty value"}},
		"bounds":           {"2026.8.5", map[string]any{"reputation_lower_limit": 5}, []string{"between"}},
		"link":             {"2026.8.5", map[string]any{"footer_links": []map[string]any{{"name": "x", "href": ""}}}, []string{"Empty value"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(refused.release))
			resource := connected(t, server).Resource(t, settingsType)
			says(t, resource.Apply(refused.config), tfprotov6.DiagnosticSeverityError, refused.words...)
			if len(patches(t, server)) > 0 {
				t.Error("something was sent")
			}
		})
	}
}

// A server newer than the provider may have flags that it does not know.
func TestFlagsOfTomorrow(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2027.2.0"))
	resource := connected(t, server).Resource(t, settingsType)
	says(t, resource.Apply(map[string]any{"flags": `{"of_tomorrow":true}`}), tfprotov6.DiagnosticSeverityWarning, "of_tomorrow")
	if flags, _ := stored(t, server)["flags"].(map[string]any); flags["of_tomorrow"] != true {
		t.Errorf("the server has %v", flags)
	}
}

// A refusal names the permission that settings have.
func TestSettingsWithoutPermission(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("view")}))
	says(t, provider.Resource(t, settingsType).Apply(map[string]any{"impersonation": false}), tfprotov6.DiagnosticSeverityError, "authentik_rbac.edit_system_settings")
}
