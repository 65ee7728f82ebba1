package governance_test

import (
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const offboardings = "/lifecycle/user_offboarding/"

func TestRulesWithoutReviewers(t *testing.T) {
	t.Parallel()
	resource := connected(t, authentiktest.New(t)).Resource(t, "authentik_lifecycle_rule")
	for _, reviewers := range []map[string]any{{}, {"reviewers": []string{}}, {"reviewers": []string{}, "reviewer_groups": []string{}}} {
		config := map[string]any{"name": "rule", "content_type": "authentik_core.group"}
		maps.Copy(config, reviewers)
		fails(t, resource.Apply(config), "No reviewers")
	}
}

// A canceled offboarding is gone, and planned again. One that was executed is up to date,
// and destroying the resource leaves it.
func TestOffboardings(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	user := server.Add("/core/users/", map[string]any{"pk": 951, "username": "left", "name": "Left"})
	resource := connected(t, server).Resource(t, "authentik_user_offboarding")
	config := map[string]any{"user": 951, "scheduled_at": "2031-02-03T04:05:06Z"}
	ok(t, resource.Apply(config))
	id, _ := server.Objects(offboardings)[0]["pk"].(string)
	set := func(status string) {
		if err := server.Change(offboardings, id, map[string]any{"status": status}); err != nil {
			t.Fatal(err, user)
		}
	}
	set("completed")
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("once it was executed, the plan changes %v", changes)
	}
	state := resource.State
	ok(t, resource.Apply(nil))
	resource.State = state
	set("canceled")
	diagnostics := resource.Refresh()
	if resource.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		t.Error("a canceled offboarding is not gone")
	}
}
