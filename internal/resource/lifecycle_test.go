package resource_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

func TestCreateStoresWhatTheServerAnswered(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode, tags, serial, seen, users), func(s *coretest.Server) {
		s.Written = func(object coretest.Object) {
			object["serial"], object["seen"], object["users"] = "generated", "today", []int{7}
		}
	})
	result, diagnostics := w.apply(values{"name": "a", "tags": []string{"b", "a"}}, nil)
	if diagnostics.HasError() {
		t.Fatal(messages(diagnostics))
	}
	id := "00000001-0000-4000-8000-000000000000"
	if result.Identity != id {
		t.Errorf("identity %q", result.Identity)
	}
	expect(t, "state", result.State, map[string]string{
		"id": `"` + id + `"`, "name": `"a"`, "mode": `"strict"`, "tags": `["b" "a"]`, "serial": `"generated"`, "seen": `"today"`, "users": "null",
	})
	if got := w.sent(); len(got) != 1 || got[0] != `POST /things/ {"mode":"strict","name":"a","tags":["b","a"]}` {
		t.Errorf("sent: %v", got)
	}
}

// What was sent is in the state as the server has it now, even if that is something else.
func TestTheStateHasWhatTheServerMadeOfARequest(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode), func(s *coretest.Server) {
		s.Written = func(object coretest.Object) { object["mode"] = "changed" }
	})
	expect(t, "created", w.applied(values{"name": "a", "mode": "regex"}, nil), map[string]string{"mode": `"changed"`})
}

func TestUpdateSendsEveryArgument(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode, tags, serial, users))
	state := w.applied(values{"name": "a", "serial": "x"}, nil)
	w.sent()
	state = w.applied(values{"name": "b", "users": []int{2, 1}}, state)
	if got := w.sent(); len(got) != 1 || got[0] != `PATCH /things/00000001-0000-4000-8000-000000000000/ {"mode":"strict","name":"b","serial":"x","tags":[],"users":[2,1]}` {
		t.Errorf("sent: %v", got)
	}
	expect(t, "state", state, map[string]string{"name": `"b"`, "users": "[2 1]", "serial": `"x"`})
}

// An answer without the key is that of the object all the same.
func TestAnAnswerWithoutTheKeyKeepsTheIdentity(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode))
	state := w.applied(values{"name": "a"}, nil)
	w.server.Hidden = []string{"pk"}
	result, diagnostics := w.apply(values{"name": "b"}, state)
	if diagnostics.HasError() || result.Identity != "00000001-0000-4000-8000-000000000000" {
		t.Errorf("updated: %q, %s", result.Identity, messages(diagnostics))
	}
	result, diagnostics = w.Read(t.Context(), result.State)
	if diagnostics.HasError() || result.Identity != "00000001-0000-4000-8000-000000000000" {
		t.Errorf("read: %q, %s", result.Identity, messages(diagnostics))
	}
}

// What was not sent may have been changed by somebody else since the plan: the next
// refresh shows it.
func TestUpdateLeavesWhatItDidNotSendToTheNextRefresh(t *testing.T) {
	t.Parallel()
	other := kind.Field{Name: "other", Type: kind.Set, Of: kind.Int, IfConfigured: true}
	w := manage(t, coretest.Thing(users, other))
	state := w.applied(values{"name": "a", "users": []int{1}}, nil)
	w.server.Objects()[0]["users"] = []int{5}
	state = w.applied(values{"name": "b"}, state)
	expect(t, "applied", state, map[string]string{"name": `"b"`, "users": "[1]"})
	expect(t, "refreshed", w.refreshed(state), map[string]string{"users": "[5]", "other": "null"})
}

func TestRefreshShowsDriftAndNothingElse(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode, span, rows))
	state := w.applied(values{"name": "a", "span": "hours=1", "rows": []values{{"url": "x"}}}, nil)
	w.server.Objects()[0]["span"] = "minutes=60"
	w.server.Objects()[0]["unknown_to_the_resource"] = []any{1, "x"}
	before := state
	state = w.refreshed(state)
	for name := range before {
		if coretest.Show(state[name]) != coretest.Show(before[name]) {
			t.Errorf("%s became %s", name, coretest.Show(state[name]))
		}
	}
	w.server.Objects()[0]["span"] = "minutes=61"
	expect(t, "drift", w.refreshed(state), map[string]string{"span": `"minutes=61"`})
}

// A field that the resource does not have cannot stop its refresh.
func TestRefreshDoesNotReadWhatTheResourceLacks(t *testing.T) {
	t.Parallel()
	flows := kind.Field{Name: "flow_set", Type: kind.Objects, ReadOnly: true, Fields: []kind.Field{{Name: "slug", Type: kind.String}}}
	w := manage(t, coretest.Thing(flows))
	state := w.applied(values{"name": "a"}, nil)
	w.server.Objects()[0]["flow_set"] = "strange"
	w.refreshed(state)
	w.server.Objects()[0]["name"] = []int{1}
	_, diagnostics := w.Read(t.Context(), state)
	wantError(t, diagnostics, "Unexpected answer from authentik", "the field `name` is an array, expected a string")
}

func TestRefreshOfAnObjectThatIsGone(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing())
	state := w.applied(values{"name": "a"}, nil)
	w.server.Remove()
	result, diagnostics := w.Read(t.Context(), state)
	if result.State != nil || diagnostics.HasError() || !strings.Contains(messages(diagnostics), "It was removed from the state") {
		t.Errorf("%v: %s", result.State, messages(diagnostics))
	}
	if result.Identity != coretest.Show(state["id"])[1:37] {
		t.Errorf("identity %q", result.Identity)
	}
	// An import must not end in nothing.
	_, diagnostics = w.Read(t.Context(), w.config(values{"id": coretest.FirstID}))
	wantError(t, diagnostics, "id: Thing not found")
	// A 404 from something else says nothing about the object.
	w.server.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
		http.Error(rw, "<html>", http.StatusNotFound)
		return true
	}
	result, diagnostics = w.Read(t.Context(), state)
	wantError(t, diagnostics, "API path not found")
	if result.State != nil {
		t.Error("a state")
	}
}

func TestRefreshRefusesAnotherObject(t *testing.T) {
	t.Parallel()
	for body, words := range map[string]string{
		`{"pk":"` + coretest.SecondID + `","name":"b"}`: "its `pk` differs",
		`{}`: "it has none of the fields by which it would be recognized",
	} {
		w := manage(t, coretest.Thing(), func(s *coretest.Server) {
			s.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
				rw.Header().Set("Content-Type", "application/json")
				_, _ = fmt.Fprint(rw, body)
				return true
			}
		})
		_, diagnostics := w.Read(t.Context(), w.config(values{"id": coretest.FirstID, "name": "a"}))
		wantError(t, diagnostics, "Unexpected answer from authentik", words)
	}
}

// Only a 404 of the deletion itself says that the object is gone.
func TestDelete(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing())
	state := w.applied(values{"name": "a"}, nil)
	w.server.Requests()
	if diagnostics := w.Delete(t.Context(), state); len(diagnostics) > 0 || len(w.server.Objects()) > 0 {
		t.Error(messages(diagnostics))
	}
	if diagnostics := w.Delete(t.Context(), state); len(diagnostics) > 0 {
		t.Errorf("gone already: %s", messages(diagnostics))
	}
	if got := w.asked(); got != strings.Repeat("DELETE /things/00000001-0000-4000-8000-000000000000/, ", 2)[:2*len("DELETE /things/00000001-0000-4000-8000-000000000000/, ")-2] {
		t.Error(got)
	}
	w.server.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
		coretest.Respond(rw, http.StatusForbidden, coretest.Object{"detail": "You do not have permission."})
		return true
	}
	wantError(t, w.Delete(t.Context(), state), "Access denied by authentik")
	w.server.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
		http.Error(rw, "<html>", http.StatusNotFound)
		return true
	}
	wantError(t, w.Delete(t.Context(), state), "API path not found")
}

func TestKeptObjectsAreNotDeleted(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.API.Kept = true
	w := manage(t, k)
	state := w.applied(values{"name": "a"}, nil)
	if diagnostics := w.Delete(t.Context(), state); len(diagnostics) > 0 || len(w.server.Objects()) != 1 {
		t.Error(messages(diagnostics))
	}
}

func TestErrorsOfAWriteLeaveTheStateAlone(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(optional, rows))
	state := w.applied(values{"name": "a", "code": "S3cr3t1"}, nil)
	refuse(coretest.Object{"code": []string{"S3cr3t2 is too weak."}, "rows": []any{coretest.Object{}, coretest.Object{"url": []string{"Enter a valid URL."}}}})(w.server)
	result, diagnostics := w.apply(values{"name": "a", "code": "S3cr3t2"}, state)
	if result.State != nil {
		t.Error("a state")
	}
	wantError(t, diagnostics, "code: authentik refused the value of code", "(redacted) is too weak", "rows: authentik refused the value of rows", "rows[1].url: Enter a valid URL")
	_, diagnostics = w.apply(values{"name": "a", "code_wo": "S3cr3t2", "code_wo_version": 1}, state)
	wantError(t, diagnostics, "code_wo: authentik refused the value of code_wo")
}

// An answer that cannot be read leaves an object behind, so its ID is kept.
func TestCreateKeepsTheIDOfAnAnswerThatItCannotRead(t *testing.T) {
	t.Parallel()
	strange := func(object coretest.Object) { object["mode"] = []int{1} }
	w := manage(t, coretest.Thing(mode, serial), func(s *coretest.Server) { s.Written = strange })
	result, diagnostics := w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "the field `mode` is an array, expected a string")
	expect(t, "state", result.State, map[string]string{"id": `"00000001-0000-4000-8000-000000000000"`, "name": `"a"`, "mode": `"strict"`, "serial": "null"})
	slugged := manage(t, coretest.Slugged(mode), func(s *coretest.Server) { s.Written = strange })
	result, diagnostics = slugged.apply(values{"name": "a", "slug": "s"}, nil)
	wantError(t, diagnostics, "the field `mode` is an array")
	expect(t, "by slug", result.State, map[string]string{"id": `"s"`, "uuid": `"00000001-0000-4000-8000-000000000000"`})
	w.server.Written = func(object coretest.Object) { strange(object); object["pk"] = nil }
	result, diagnostics = w.apply(values{"name": "b"}, nil)
	wantError(t, diagnostics, "seems to have been created, but the server's answer has no `pk`", "terraform import <address> 'name=b'")
	if result.State != nil {
		t.Error("a state without an ID")
	}
}

func TestNothingIsDoneWithoutAServer(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		connection *connection.Connection
		words      string
	}{
		"not configured": {nil, "Provider not configured"},
		"not known":      {&connection.Connection{Unknown: []string{"url", "token"}}, "known only after apply: url, token"},
	} {
		w := world{t, nil, &resource.Resource{Kind: coretest.Thing(), Connection: test.connection}}
		state := w.config(values{"id": coretest.FirstID, "name": "a"})
		_, created := w.Create(t.Context(), resource.Change{Config: state, Plan: state})
		_, updated := w.Update(t.Context(), resource.Change{Config: state, Plan: state, State: state})
		_, read := w.Read(t.Context(), state)
		_, imported := w.Import(t.Context(), coretest.FirstID, "")
		for _, diagnostics := range []string{messages(created), messages(updated), messages(read), messages(imported), messages(w.Delete(t.Context(), state))} {
			if !strings.Contains(diagnostics, test.words) {
				t.Errorf("%s: %s", name, diagnostics)
			}
		}
	}
}
