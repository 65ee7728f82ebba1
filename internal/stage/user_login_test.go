package stage_test

import (
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Durations are compared by their length: the server keeps the spelling that it was
// sent last, which may be somebody else's.
func TestUserLoginDurations(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	stage := provider.Resource(t, "authentik_stage_user_login")
	written := map[string]any{"name": "login", "session_duration": "hours=1;minutes=30", "remember_me_offset": "weeks=2", "remember_device": "days=30"}
	ok(t, stage.Apply(written))
	id := textOf(t, stage.State["id"])
	change := func(fields map[string]any) {
		t.Helper()
		if err := server.Change("/stages/user_login/", id, fields); err != nil {
			t.Fatal(err)
		}
		ok(t, stage.Refresh())
	}
	change(map[string]any{"session_duration": "seconds=5400", "remember_me_offset": "days=14", "remember_device": "weeks=4;days=2"})
	if _, changes, _ := stage.Plan(written); len(changes) > 0 {
		t.Errorf("other spellings change %v", changes)
	}
	other := map[string]any{"name": "login", "session_duration": "minutes=90", "remember_me_offset": "minutes=20160", "remember_device": "hours=720"}
	if _, changes, _ := stage.Plan(other); len(changes) > 0 {
		t.Errorf("other spellings in the configuration change %v", changes)
	}
	state, diagnostics := provider.Read("authentik_stage_user_login", map[string]any{"id": id})
	ok(t, diagnostics)
	if got := plain(t, state["remember_device"]); got != "weeks=4;days=2" {
		t.Errorf("the data source shows %v", got)
	}
	change(map[string]any{"session_duration": "seconds=5401"})
	if _, changes, _ := stage.Plan(written); !slices.Equal(changes, []string{"session_duration"}) {
		t.Errorf("another length changes %v", changes)
	}
}
