package source_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// Up to 2025.10 an icon takes a request of its own to the collection of all sources, later
// it is part of the body. The type's own icon is no icon that is set.
func TestIcon(t *testing.T) {
	t.Parallel()
	for release, second := range map[string][]string{"2024.6.5": {"set_icon_url/", "set_icon/"}, "2025.10.4": {"set_icon_url/", "set_icon/"}, "2025.12.4": nil, "2026.8.5": nil} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			source := configured(t, server).Resource(t, "authentik_source_plex")
			bare := lifecycle.Of("source_plex").Minimal
			for _, arguments := range []map[string]any{bare, with(bare, map[string]any{"icon": "https://example.com/icon.png"}), bare} {
				ok(t, source.Apply(arguments))
				ok(t, source.Refresh())
				want, _ := arguments["icon"].(string)
				if got := text(t, source.State, "icon"); got != want {
					t.Errorf("icon is %q, not %q", got, want)
				}
				if _, changes, _ := source.Plan(arguments); len(changes) > 0 {
					t.Errorf("the plan after the apply changes %v", changes)
				}
			}
			var sent []string
			for _, request := range server.Requests() {
				if action, found := strings.CutPrefix(request.Path, "/api/v3/sources/all/plex/"); found && request.Method == http.MethodPost {
					sent = append(sent, action)
				}
			}
			if !slices.Equal(sent, second) {
				t.Errorf("the requests for the icon are %v", sent)
			}
		})
	}
}
