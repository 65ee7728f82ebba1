package authentiktest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The background was an address up to 2025.10, and is the name of a file since.
func TestBackgrounds(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]map[string]string{
		"2025.10.4": {
			"": "/static/dist/assets/images/flow_background.jpg", "x.png": "/media/public/x.png", "https://example.org/x.png": "https://example.org/x.png",
		},
		"2025.12.4": {
			"": "/static/dist/assets/images/flow_background.jpg", "x.png": "/files/media/public/x.png?token=signature",
			"https://example.org/x.png": "https://example.org/x.png", "/static/x.png": "/static/x.png",
		},
	} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		for name, address := range want {
			pk := server.Add(flowPath, map[string]any{"slug": "a", "background": name})
			got := ask(t, server, http.MethodGet, flowPath+"a/", "").body
			shown, field := fmt.Sprint(got["background"]), "background"
			if release == "2025.12.4" {
				if shown != name {
					t.Errorf("%s: the background is %s.", release, shown)
				}
				shown, field = fmt.Sprint(got["background_url"]), "background_url"
			}
			if !strings.HasPrefix(shown, address) || got["background_themed_urls"] != nil {
				t.Errorf("%s: %s of %q is %s (%v).", release, field, name, shown, got["background_themed_urls"])
			}
			if err := server.Remove(flowPath, pk); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestSubPathInAddresses(t *testing.T) {
	t.Parallel()
	for release, prefix := range map[string]string{"2024.10.5": "", "2024.12.5": "/auth"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithPath("/auth/"))
		server.Add(flowPath, map[string]any{"slug": "a"})
		got := ask(t, server, http.MethodGet, flowPath+"a/", "").body
		if got["export_url"] != prefix+"/api/v3/flows/instances/a/export/" || got["background"] != prefix+"/static/dist/assets/images/flow_background.jpg" {
			t.Errorf("%s: %v", release, got)
		}
	}
}

// The flags' defaults flipped in 2023.3.0.
func TestBindingDefaults(t *testing.T) {
	t.Parallel()
	for release, onPlan := range map[string]bool{"2022.12.3": true, "2023.4.3": false, "2026.8.5": false} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		created := ask(t, server, http.MethodPost, bindingPath, body(t, required[bindingPath])).body
		if created["evaluate_on_plan"] != onPlan || created["re_evaluate_policies"] != !onPlan || created["invalid_response_action"] != "retry" {
			t.Errorf("%s: %v", release, created)
		}
	}
}

// Of bindings one is found by its flow, its stage and its order; flows by their key.
func TestFiltersOfBindings(t *testing.T) {
	t.Parallel()
	server, stagePK, flowPKs, bindingPKs := bound(t, "2025.12.4")
	for query, want := range map[string]string{
		"target=" + flowPKs[0]:                          `"count":2`,
		"target=" + flowPKs[0] + "&order=1":             bindingPKs[1],
		"stage=" + stagePK + "&ordering=-order":         `"count":3`,
		"fsb_uuid=" + bindingPKs[2]:                     `"count":1`,
		"target=" + someID:                              "Select a valid choice",
		"search=a&target=" + flowPKs[1]:                 bindingPKs[2],
		"evaluate_on_plan=true":                         `"count":0`,
		"policy_engine_mode=all":                        `"count":0`,
		"target=" + flowPKs[1] + "&stage=" + flowPKs[0]: "Select a valid choice",
	} {
		if got := ask(t, server, http.MethodGet, bindingPath+"?"+query, ""); !strings.Contains(got.text, want) {
			t.Errorf("?%s: %s", query, got.text)
		}
	}
}

// What changed its type is shown in that of the release.
func TestTokenExpiry(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.2.4"))
	path := fmt.Sprintf("/stages/email/%s/", ask(t, server, http.MethodPost, "/stages/email/", `{"name": "a"}`).body["pk"])
	expiry := func() any { return ask(t, server, http.MethodGet, path, "").body["token_expiry"] }
	if got := expiry(); got != 30.0 {
		t.Errorf("Before: %v", got)
	}
	for release, want := range map[string]any{"2025.4.4": "hours=2", "2025.2.4": 120.0} {
		if err := server.SetRelease("2025.4.4"); err != nil {
			t.Fatal(err)
		}
		ask(t, server, http.MethodPatch, path, `{"token_expiry": "hours=2"}`)
		if err := server.SetRelease(release); err != nil {
			t.Fatal(err)
		}
		if got := expiry(); got != want {
			t.Errorf("%s: %v", release, got)
		}
	}
}

// Expressions lose the blanks at both ends, a heredoc's last newline with them.
func TestExpressionsAreTrimmed(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	created := ask(t, server, http.MethodPost, mappingPath, `{"name": "a", "expression": "\n  return {\n  }\n\u00a0"}`)
	if created.body["expression"] != "return {\n  }" {
		t.Errorf("Created: %s", created.text)
	}
}

func TestInvitations(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithSteadyAnswers())
	flow := server.Add(flowPath, map[string]any{"slug": "enrol", "name": "Enrol"})
	const path = "/stages/invitation/invitations/"
	created := ask(t, server, http.MethodPost, path, `{"name": "a", "flow": "`+flow+`", "expires": "2030-01-01T02:00:00+02:00", "fixed_data": {"a": 1}}`)
	flowObject, _ := created.body["flow_obj"].(map[string]any)
	if created.body["expires"] != "2030-01-01T00:00:00Z" || flowObject["slug"] != "enrol" || !strings.Contains(created.text, `"username":"akadmin"`) {
		t.Errorf("Created: %s", created.text)
	}
	if found := ask(t, server, http.MethodGet, path+"?flow__slug=enrol&created_by__username=akadmin", ""); !strings.Contains(found.text, `"count":1`) {
		t.Errorf("Found: %s", found.text)
	}
	if without := ask(t, server, http.MethodPost, path, `{"name": "b"}`); without.body["flow_obj"] != nil || without.body["expires"] != nil {
		t.Errorf("Without a flow: %s", without.text)
	}
	if err := server.SetRelease("2024.2.4"); err != nil {
		t.Fatal(err)
	}
	if older := ask(t, server, http.MethodPost, path, `{"name": "c"}`); !strings.Contains(older.text, `"expires":"2`) {
		t.Errorf("In 2024.2: %s", older.text)
	}
}
