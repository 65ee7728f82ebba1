package resource_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
)

// A task is started after each write, once, and waited for with pauses that double up to
// five seconds.
func TestJobIsWaitedFor(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := simulate(t, worked())
		one := &worker{after: 8, result: "done"}
		one.employ(w)
		started := time.Now()
		state := w.applied(values{"name": "a"}, nil)
		// 0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 3.2 + 5 + 5
		if took := time.Since(started); took != 16300*time.Millisecond {
			t.Errorf("it took %s", took)
		}
		const run = "POST /things/00000001-0000-4000-8000-000000000000/run/ {}"
		if got := w.sent(); len(got) != 2 || got[1] != run {
			t.Errorf("create: %q", got)
		}
		one.after, one.result = 0, "warned"
		started = time.Now()
		state = w.applied(values{"name": "b"}, state)
		if got := w.sent(); len(got) != 2 || !strings.HasPrefix(got[0], "PATCH ") || got[1] != run || time.Since(started) != 0 {
			t.Errorf("update: %q after %s", got, time.Since(started))
		}
		expect(t, "state", state, map[string]string{"name": `"b"`, "apply": "true"})
	})
}

// The end of an earlier task is not that of this one.
func TestJobIsNotOverBeforeItsMarkChanges(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := simulate(t, worked())
		one := &worker{result: "done"}
		one.employ(w)
		state := w.applied(values{"name": "a"}, nil)
		one.after, one.result = 3, "failed"
		_, diagnostics := w.apply(values{"name": "b"}, state)
		wantError(t, diagnostics, "its `status` is `failed`")
		if one.looks != 4 {
			t.Errorf("looked %d times", one.looks)
		}
	})
}

func TestJobsThatAreNotStarted(t *testing.T) {
	t.Parallel()
	for name, config := range map[string]values{
		"not wanted":  {"name": "a", "apply": false},
		"not enabled": {"name": "a", "enabled": false},
		"neither":     {"name": "a", "apply": false, "enabled": false},
	} {
		w := manage(t, worked())
		w.applied(config, nil)
		if got := w.sent(); len(got) != 1 || strings.Contains(got[0], "run/") || strings.Contains(got[0], "apply") || strings.Contains(got[0], "timeouts") {
			t.Errorf("%s: %q", name, got)
		}
	}
	// Without an argument that enables it, the switch alone decides.
	k := worked()
	k.Job.Enabled = ""
	w := manage(t, k)
	(&worker{result: "done"}).employ(w)
	w.applied(values{"name": "a", "enabled": false}, nil)
	if got := w.sent(); len(got) != 2 || !strings.Contains(got[1], "run/") {
		t.Errorf("without `enabled`: %q", got)
	}
}

// How long to wait is nothing that the server has to know, and no reason to run the task;
// beside another change it is.
func TestChangesOfTimeoutsAreNotSent(t *testing.T) {
	t.Parallel()
	w := manage(t, worked())
	(&worker{result: "done"}).employ(w)
	state := w.applied(values{"name": "a"}, nil)
	w.server.Requests()
	state = w.applied(values{"name": "a", "timeouts": values{"update": "1m"}}, state)
	if got := w.server.Requests(); len(got) > 0 {
		t.Errorf("asked %v", got)
	}
	w.applied(values{"name": "b", "timeouts": values{"update": "2m"}}, state)
	if got := w.sent(); len(got) != 2 {
		t.Errorf("with a name: %q", got)
	}
}

// A task that fails leaves the object in the state. After an update the next plan shows
// the switch as a change, which starts the task again.
func TestJobThatFails(t *testing.T) {
	t.Parallel()
	w := manage(t, worked())
	one := &worker{result: "lost"}
	one.employ(w)
	result, diagnostics := w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "Cannot apply the thing: The thing is stored, but authentik could not apply it: its `status` is `lost`.", "The log of authentik's worker has the cause.", "The next plan applies it again.")
	expect(t, "create", result.State, map[string]string{"id": `"00000001-0000-4000-8000-000000000000"`, "name": `"a"`, "apply": "true"})

	one.result = "done"
	state := w.applied(values{"name": "b"}, result.State)
	one.result = "failed"
	result, diagnostics = w.apply(values{"name": "c"}, state)
	wantError(t, diagnostics, "its `status` is `failed`")
	expect(t, "update", result.State, map[string]string{"name": `"c"`, "apply": "false"})
	refreshed := w.refreshed(result.State)
	expect(t, "refreshed", refreshed, map[string]string{"apply": "false"})

	one.result = "done"
	w.sent()
	expect(t, "again", w.applied(values{"name": "c"}, refreshed), map[string]string{"apply": "true"})
	if got := w.sent(); len(got) != 2 || !strings.HasSuffix(got[1], "/run/ {}") {
		t.Errorf("again: %q", got)
	}
}

// A request to start the task may get lost: it is sent again, since starting it twice does
// no harm. One that is refused leaves the object in the state.
func TestJobThatIsNotStarted(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		lost, status int
		words        string
		posts        int
	}{
		"one lost answer":  {1, http.StatusBadGateway, "", 3},
		"two lost answers": {2, http.StatusBadGateway, "authentik is not ready", 3},
		"forbidden":        {1, http.StatusForbidden, "Access denied by authentik", 2},
		"refused":          {1, http.StatusBadRequest, "authentik refused the request", 2},
	} {
		w := manage(t, worked())
		one := &worker{result: "done"}
		one.answer = func(rw http.ResponseWriter, r *http.Request) bool {
			if !strings.HasSuffix(r.URL.Path, "/run/") || test.lost == 0 {
				return false
			}
			test.lost--
			coretest.Respond(rw, test.status, coretest.Object{"detail": "Not now."})
			return true
		}
		one.employ(w)
		result, diagnostics := w.apply(values{"name": "a"}, nil)
		if test.words != "" {
			wantError(t, diagnostics, test.words)
		} else if diagnostics.HasError() {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
		expect(t, name, result.State, map[string]string{"name": `"a"`, "apply": "true"})
		if got := w.sent(); len(got) != test.posts {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// What the object has in common with its task is read until that ends; where that cannot
// be read any more, nobody waits any longer.
func TestJobThatCannotBeWatched(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status int
		words  string
	}{
		"forbidden": {http.StatusForbidden, "Access denied by authentik"},
		"deleted":   {http.StatusNotFound, "Thing not found"},
	} {
		w := manage(t, worked())
		one := &worker{}
		one.answer = func(rw http.ResponseWriter, r *http.Request) bool {
			if !one.running || r.Method != http.MethodGet {
				return false
			}
			coretest.Respond(rw, test.status, coretest.Object{"detail": "No."})
			return true
		}
		one.employ(w)
		result, diagnostics := w.apply(values{"name": "a"}, nil)
		wantError(t, diagnostics, test.words)
		expect(t, name, result.State, map[string]string{"name": `"a"`})
	}
}
