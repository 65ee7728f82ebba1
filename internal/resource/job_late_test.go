package resource_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// Ctrl-C ends the waiting at once, during a pause and during a request. The object is in
// the state.
func TestJobThatIsCanceled(t *testing.T) {
	t.Parallel()
	for name, after := range map[string]time.Duration{"in a pause": 250 * time.Millisecond, "in a request": 0} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := simulate(t, worked())
				ctx, cancel := context.WithCancel(t.Context())
				one := &worker{}
				one.answer = func(_ http.ResponseWriter, r *http.Request) bool {
					if after == 0 && one.running && r.Method == http.MethodGet {
						cancel()
					}
					return false
				}
				one.employ(w)
				if after > 0 {
					time.AfterFunc(after, cancel)
				}
				started := time.Now()
				config := w.config(values{"name": "a"})
				plan := w.plan(values{"name": "a"}, nil)
				result, diagnostics := w.Create(ctx, resourceChange(config, plan.State))
				if took := time.Since(started); took != after || ctx.Err() == nil {
					t.Errorf("it ended after %s: %v", took, ctx.Err())
				}
				wantError(t, diagnostics, "Request canceled: Terraform was interrupted before the thing was applied. It is stored, and authentik may still apply it.")
				expect(t, "state", result.State, map[string]string{"name": `"a"`, "apply": "true"})
			})
		})
	}
}

// The limit is that of the operation. What the server says of its workers and of the task
// tells why it is late.
func TestJobThatIsNotOverInTime(t *testing.T) {
	t.Parallel()
	const raise = "Raise `timeouts`"
	for name, test := range map[string]struct {
		release  string
		timeouts any
		update   bool
		answers  map[string]string
		limit    time.Duration
		words    string
	}{
		"nothing is said":              {"2026.8.5", nil, false, nil, 5 * time.Minute, "The worker of authentik has not finished it. " + raise},
		"a limit of creates":           {"2026.8.5", values{"create": "7s"}, false, nil, 7 * time.Second, "not applied within 7s."},
		"a limit of updates":           {"2026.8.5", values{"create": "7s", "update": "20m"}, true, nil, 20 * time.Minute, "not applied within 20m0s."},
		"a limit of the other":         {"2026.8.5", values{"create": "7s"}, true, nil, 5 * time.Minute, "not applied within 5m0s."},
		"a limit that is none":         {"2026.8.5", values{"create": "soon"}, false, nil, 5 * time.Minute, "not applied within 5m0s."},
		"a limit in the past":          {"2026.8.5", values{"create": "-1m"}, false, nil, 5 * time.Minute, "not applied within 5m0s."},
		"no worker":                    {"2026.8.5", nil, false, map[string]string{"/tasks/workers/": `[]`}, 5 * time.Minute, "No worker of authentik is running, which would apply it."},
		"no worker in 2026.2":          {"2026.2.2", nil, false, map[string]string{"/tasks/workers": `[]`}, 5 * time.Minute, "No worker of authentik is running"},
		"no worker in 2026.5.0":        {"2026.5.0", nil, false, map[string]string{"/tasks/workers/": `[]`}, 5 * time.Minute, "No worker of authentik is running"},
		"no worker in 2025.8.0":        {"2025.8.0", nil, false, map[string]string{"/tasks/workers": `[]`}, 5 * time.Minute, "No worker of authentik is running"},
		"no worker in 2025.6":          {"2025.6.4", nil, false, map[string]string{"/admin/workers/": `[]`}, 5 * time.Minute, "No worker of authentik is running"},
		"no worker in 2024":            {"2024.2.4", nil, false, map[string]string{"/admin/workers/": `{"count":0}`}, 5 * time.Minute, "No worker of authentik is running"},
		"a worker in 2024":             {"2024.2.4", nil, false, map[string]string{"/admin/workers/": `{"count":1}`}, 5 * time.Minute, "has not finished it"},
		"workers of an unknown form":   {"2026.8.5", nil, false, map[string]string{"/tasks/workers/": `{"workers":0}`}, 5 * time.Minute, "has not finished it"},
		"no worker, hidden release":    {"", nil, false, map[string]string{"/tasks/workers/": `[]`}, 5 * time.Minute, "No worker of authentik is running"},
		"a queued task":                {"2026.8.5", nil, false, map[string]string{"/tasks/workers/": `[{}]`, "/tasks/tasks/": `{"results":[{"state":"queued"}]}`}, 5 * time.Minute, "has not started the task: it is busy"},
		"a task that waits for others": {"2026.8.5", nil, false, map[string]string{"/tasks/tasks/": `{"results":[{"state":"waiting_for_dependencies"}]}`}, 5 * time.Minute, "has not started the task: it is busy"},
		"a running task":               {"2026.8.5", nil, false, map[string]string{"/tasks/workers/": `[{}]`, "/tasks/tasks/": `{"results":[{"state":"running"},{"state":"queued"}]}`}, 5 * time.Minute, "has not finished it. " + raise},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := simulate(t, worked())
				w.server.Release = test.release
				one := &worker{answer: answers(test.answers), result: "done"}
				one.employ(w)
				config := values{"name": "a", "timeouts": test.timeouts}
				var prior valuesOf
				if test.update {
					prior = w.applied(config, nil)
					config = maps.Clone(config)
					config["name"] = "b"
				}
				one.result = ""
				started := time.Now()
				result, diagnostics := w.apply(config, prior)
				if took := time.Since(started); took != test.limit {
					t.Errorf("it waited %s, not %s", took, test.limit)
				}
				wantError(t, diagnostics, "The thing was not applied in time: The thing is stored, but was not applied within "+test.limit.String()+".", test.words)
				expect(t, "state", result.State, map[string]string{"name": fmt.Sprintf("%q", config["name"]), "apply": strconv.FormatBool(!test.update)})
			})
		})
	}
}

// The end of a task is looked for on the server, not in what was read ahead: with many
// objects a page of the list answers for a minute.
func TestJobIsNotWatchedInWhatWasReadAhead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := simulate(t, worked())
		w.server.Configure = func(c *client.Config) { c.ReadAhead = true }
		w.Connection = w.server.Simulate(t)
		(&worker{after: 40, result: "done"}).employ(w)
		w.applied(values{"name": "a"}, nil)
		for _, request := range w.server.Requests() {
			if request.Path == "/things/" && strings.Contains(request.Query, "page=") && !strings.Contains(request.Query, "name=") {
				t.Errorf("asked %s", request)
			}
		}
	})
}
