package task_test

import (
	"maps"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const source = "2c56e12c-0fea-496b-a1e4-c39d9945129e"

// schedule is one that the server has for a source.
func schedule(actor string) map[string]any {
	return map[string]any{
		"rel_obj_app_label": "authentik_sources_ldap", "rel_obj_model": "ldapsource", "rel_obj_id": source, "actor_name": actor, "crontab": "0 */2 * * *",
	}
}

func arguments(more map[string]any) map[string]any {
	all := map[string]any{"app_model": "authentik_sources_ldap.ldapsource", "model_id": source, "crontab": "0 2 * * *"}
	maps.Copy(all, more)
	return all
}

// A schedule is adopted by what it belongs to; the name of the task is needed only where
// there are several.
func TestScheduleIsAdopted(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, "authentik_task_schedule")
	fails(t, resource.Apply(arguments(nil)), "Task schedule not found", "authentik_sources_ldap.ldapsource")
	first := server.Add("/tasks/schedules/", schedule("one"))
	ok(t, resource.Apply(arguments(nil)))
	if id := resource.State["id"]; !id.Equal(tftypes.NewValue(tftypes.String, first)) {
		t.Errorf("it adopted %s", id)
	}
	server.Add("/tasks/schedules/", schedule("two"))
	another := connected(t, server).Resource(t, "authentik_task_schedule")
	fails(t, another.Apply(arguments(nil)), "2")
	ok(t, another.Apply(arguments(map[string]any{"actor_name": "two"})))
}

// The server resets `paused` when the object is saved; the next plan shows that.
func TestPausedThatIsReset(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := server.Add("/tasks/schedules/", schedule("one"))
	resource := connected(t, server).Resource(t, "authentik_task_schedule")
	config := arguments(map[string]any{"paused": true})
	ok(t, resource.Apply(config))
	if err := server.Change("/tasks/schedules/", id, map[string]any{"paused": false}); err != nil {
		t.Fatal(err)
	}
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "paused" {
		t.Errorf("the plan changes %v", changes)
	}
}

func TestCrontabs(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/tasks/schedules/", schedule("one"))
	for _, right := range []string{"* * * * *", "*/5 0-6,22 1 jan MON-fri", "15 4 * * 7", "0 0/6 * * *"} {
		ok(t, connected(t, server).Resource(t, "authentik_task_schedule").Apply(arguments(map[string]any{"crontab": right})))
	}
	for wrong, word := range map[string]string{
		"hourly": "five fields", "* * * *": "five fields", "60 * * * *": "minute", "* 24 * * *": "hour", "* * 0 * *": "day of the month",
		"* * * foo *": "month", "* * * * 8": "day of the week", "*/0 * * * *": "minute", "1- * * * *": "minute", "": "crontab",
	} {
		fails(t, connected(t, server).Resource(t, "authentik_task_schedule").Apply(arguments(map[string]any{"crontab": wrong})), "crontab", word)
	}
}

// Tasks are read with filters of the server's names, from releases that have them.
func TestTasks(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	query := ""
	server.Respond(func(r *http.Request) bool { return r.URL.Path == "/api/v3/tasks/tasks/" }, func(w http.ResponseWriter, r *http.Request) {
		query = r.URL.RawQuery
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write([]byte(`{"results":[{"message_id":"one","actor_name":"sync","state":"done","aggregated_status":"info","mtime":"2026-11-25T20:00:00Z","uid":"u","description":null}]}`)); err != nil {
			t.Error(err)
		}
	})
	state, diagnostics := connected(t, server).Read("authentik_tasks", map[string]any{"model": "ldapsource", "object_id": source})
	ok(t, diagnostics)
	var tasks []tftypes.Value
	if err := state["tasks"].As(&tasks); err != nil || len(tasks) != 1 {
		t.Errorf("it read %v", tasks)
	}
	if want := "ordering=-mtime&page_size=100&rel_obj_content_type__model=ldapsource&rel_obj_id=" + source; query != want {
		t.Errorf("it asked for %s, not %s", query, want)
	}
	_, diagnostics = connected(t, authentiktest.New(t, authentiktest.WithRelease("2025.6.4"))).Read("authentik_tasks", nil)
	fails(t, diagnostics, "authentik 2025.6.4 has no tasks", "2025.8")
}
