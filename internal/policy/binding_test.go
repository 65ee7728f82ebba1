package policy_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// A binding has one subject, and a target that policies can be bound to.
func TestBindingsThatAreRefused(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		target := server.Add("/core/applications/", map[string]any{"name": "App", "slug": "app"})
		group := server.Add("/core/groups/", map[string]any{"name": "Staff"})
		provider := acctest.NewProvider(t)
		if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}); acctest.HasError(diagnostics) {
			t.Fatal(acctest.Describe(diagnostics))
		}
		for name, arguments := range map[string]map[string]any{
			"two subjects":   {"target": target, "group": group, "user": 1, "order": 0},
			"no subject":     {"target": target, "order": 0},
			"target a group": {"target": group, "group": group, "order": 0},
			"target a slug":  {"target": "app", "group": group, "order": 0},
		} {
			diagnostics := provider.Resource(t, "authentik_policy_binding").Apply(arguments)
			if !acctest.HasError(diagnostics) {
				t.Errorf("%s: %s is accepted", release, name)
			}
			if strings.HasPrefix(name, "target") && !strings.Contains(acctest.Describe(diagnostics), "target") {
				t.Errorf("%s: %s is reported as %s", release, name, acctest.Describe(diagnostics))
			}
		}
		if len(server.Objects("/policies/bindings/")) > 0 {
			t.Errorf("%s: something was created", release)
		}
	}
}
