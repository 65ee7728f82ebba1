package stage_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Whether users are made was a boolean up to 2022.12 and is a text since. Each release
// takes its own, says of the other that it lacks it, and plans nothing for the defaults.
func TestUserWriteCreationModes(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			stage := configured(t, server, nil).Resource(t, "authentik_stage_user_write")
			mine, value, other := "user_creation_mode", any("never_create"), map[string]any{"name": "write", "can_create_users": false}
			span := "up to authentik 2022.12"
			if contract.Compare(release, "2023.1") < 0 {
				mine, value, other = "can_create_users", false, map[string]any{"name": "write", "user_creation_mode": "never_create"}
				span = "since authentik 2023.4"
			}
			for _, arguments := range []map[string]any{
				{"name": "write"}, {"name": "write", mine: value}, {"name": "write", "can_create_users": true, "user_creation_mode": "create_when_required"},
			} {
				ok(t, stage.Apply(arguments))
				ok(t, stage.Refresh())
				if _, changes, _ := stage.Plan(arguments); len(changes) > 0 {
					t.Errorf("after %v the plan changes %v", arguments, changes)
				}
				if stored := server.Objects("/stages/user_write/")[0][mine]; arguments[mine] != nil && stored != arguments[mine] {
					t.Errorf("the server has %s = %v", mine, stored)
				}
			}
			_, _, diagnostics := stage.Plan(other)
			if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, span) || !strings.Contains(text, "authentik "+release) {
				t.Errorf("the other release's argument is told as %s", text)
			}
		})
	}
}
