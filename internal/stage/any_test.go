package stage_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// A stage of any type is read by name or id, on every release.
func TestAnyStage(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		id := server.Add("/stages/authenticator/totp/", map[string]any{"name": "app", "digits": "6"})
		server.Add("/stages/authenticator/static/", map[string]any{"name": "codes"})
		provider := configured(t, server, nil)
		for _, arguments := range []map[string]any{{"name": "app"}, {"id": id}} {
			state, diagnostics := provider.Read("authentik_stage", arguments)
			ok(t, diagnostics)
			if plain(t, state["id"]) != id || plain(t, state["meta_model_name"]) != "authentik_stages_authenticator_totp.authenticatortotpstage" {
				t.Errorf("%s: %v finds %v", release, arguments, state["meta_model_name"])
			}
		}
	}
}

// All stages come once each, over all pages, which the server mixes up where no order
// is asked for; the type narrows them although the server has no such filter.
func TestAnyStages(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		for i := range 130 {
			server.Add("/stages/authenticator/totp/", map[string]any{"name": fmt.Sprintf("app %d", i), "digits": "6"})
			server.Add("/stages/authenticator/static/", map[string]any{"name": fmt.Sprintf("codes %d", i)})
		}
		provider := configured(t, server, nil)
		for want, arguments := range map[int]map[string]any{
			260: {}, 130: {"meta_model_name": "authentik_stages_authenticator_totp.authenticatortotpstage"}, 1: {"name": "app 7"}, 0: {"meta_model_name": "nobody"},
		} {
			state, diagnostics := provider.Read("authentik_stages", arguments)
			ok(t, diagnostics)
			var found []tftypes.Value
			if err := state["objects"].As(&found); err != nil || len(found) != want {
				t.Errorf("%s: %v finds %d: %v", release, arguments, len(found), err)
			}
		}
	}
}

// There is nothing to manage: a stage of no type cannot be made.
func TestAnyStageIsNoResource(t *testing.T) {
	t.Parallel()
	if acctest.NewProvider(t).Schema().ResourceSchemas["authentik_stage"] != nil {
		t.Error("authentik_stage is a resource")
	}
}
