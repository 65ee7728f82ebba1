package endpoint_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The key of an enrollment token is in the state only on request, and handed out without
// one.
func TestEnrollmentTokenKey(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := connected(t, server)
			connector, token := provider.Resource(t, "authentik_endpoints_connector_agent"), provider.Resource(t, "authentik_endpoints_connector_agent_enrollment_token")
			ok(t, connector.Apply(map[string]any{"name": "agent"}))
			var id string
			if err := connector.State["id"].As(&id); err != nil {
				t.Fatal(err)
			}
			config := map[string]any{"name": "laptops", "connector": id}
			ok(t, token.Apply(config))
			if !token.State["key"].IsNull() {
				t.Error("the state has the key without having been asked for it")
			}
			key := tftypes.NewValue(tftypes.String, server.Objects("/endpoints/agents/enrollment_tokens/")[0]["key"])
			if err := token.State["id"].As(&id); err != nil {
				t.Fatal(err)
			}
			opened, diagnostics := provider.Open("authentik_endpoints_enrollment_token_key", map[string]any{"enrollment_token": id})
			if ok(t, diagnostics); !opened["key"].Equal(key) {
				t.Error("another key was handed out")
			}
			config["retrieve_key"] = true
			ok(t, token.Apply(config))
			if !token.State["key"].Equal(key) {
				t.Error("the state has another key")
			}
			ok(t, token.Refresh())
			if _, changes, _ := token.Plan(config); len(changes) > 0 {
				t.Errorf("the plan changes %v", changes)
			}
		})
	}
}

func TestEnrollmentTokenKeyOfNothing(t *testing.T) {
	t.Parallel()
	asked := map[string]any{"enrollment_token": "2c56e12c-0fea-496b-a1e4-c39d9945129e"}
	_, diagnostics := connected(t, authentiktest.New(t)).Open("authentik_endpoints_enrollment_token_key", asked)
	fails(t, diagnostics, "not found")
	_, diagnostics = connected(t, authentiktest.New(t, authentiktest.WithRelease("2025.10.4"))).Open("authentik_endpoints_enrollment_token_key", asked)
	fails(t, diagnostics, "has no enrollment tokens", "2025.12")
}
