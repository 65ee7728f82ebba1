package stage_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The answer to a write shows the connector without its type, a read with it. The
// resource keeps neither, and the data source shows what is read.
func TestEndpointStageConnector(t *testing.T) {
	t.Parallel()
	const connector = "344f810f-103f-4983-b3c7-0b30c7e7796b"
	for _, release := range []string{"2025.12.4", "2026.2.2", "2026.2.7", "2026.5.6", "2026.5.8", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			server.Add("/endpoints/agents/connectors/", map[string]any{"pk": connector, "name": "agents"})
			provider := configured(t, server, nil)
			stage := provider.Resource(t, "authentik_stage_endpoints")
			var made map[string]tftypes.Value
			for _, mode := range []string{"optional", "required"} {
				arguments := map[string]any{"name": "device", "connector": connector, "mode": mode}
				ok(t, stage.Apply(arguments))
				made = stage.State
				ok(t, stage.Refresh())
				for name, value := range stage.State {
					if !value.Equal(made[name]) {
						t.Errorf("a refresh changes %s", name)
					}
				}
			}
			if _, shown := stage.State["connector_obj"]; shown {
				t.Error("the resource shows the connector")
			}
			state, diagnostics := provider.Read("authentik_stage_endpoints", map[string]any{"name": "device"})
			ok(t, diagnostics)
			var shown map[string]tftypes.Value
			if err := state["connector_obj"].As(&shown); err != nil {
				t.Fatal(err)
			}
			for name, want := range map[string]any{
				"connector_uuid": connector, "name": "agents", "enabled": true, "component": "ak-endpoints-connector-agent-form",
				"meta_model_name": "authentik_endpoints_connectors_agent.agentconnector",
			} {
				if got := plain(t, shown[name]); got != want {
					t.Errorf("connector_obj.%s is %v", name, got)
				}
			}
		})
	}
}

// The permissions are named after the model, which is in the app of endpoints.
func TestEndpointStagePermission(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("view")}))
	diagnostics := provider.Resource(t, "authentik_stage_endpoints").Apply(map[string]any{"name": "device", "connector": unknownID})
	expectText(t, diagnostics, "`authentik_endpoints.add_endpointstage`")
}
