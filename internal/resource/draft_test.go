package resource_test

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// drafting is a kind whose content the server accepts only with the context stored that it
// needs: what begins with `needs`.
func drafting() *kind.Kind {
	k := coretest.Thing(kind.Field{Name: "content", Type: kind.String}, kind.Field{Name: "context", Type: kind.JSON, Default: "{}"}, kind.Field{Name: "note", Type: kind.String})
	k.Draft = func(body, before map[string]any) bool {
		content, _ := body["content"].(string)
		if !strings.HasPrefix(content, "needs") || before != nil && reflect.DeepEqual(body["context"], before["context"]) {
			return false
		}
		body["content"] = "nothing"
		if stored, ok := before["content"]; ok {
			body["content"] = stored
		}
		delete(body, "note")
		return true
	}
	return k
}

const drafted = "/things/00000001-0000-4000-8000-000000000000/"

// respondTo answers the next requests with the method with these statuses, one each, 0 for
// the server's own answer.
func respondTo(method string, statuses ...int) func(*coretest.Server) {
	return func(s *coretest.Server) {
		before := s.Intercept
		s.Intercept = func(w http.ResponseWriter, r *http.Request, body string) bool {
			if r.Method != method || len(statuses) == 0 {
				return before != nil && before(w, r, body)
			}
			status := statuses[0]
			statuses = statuses[1:]
			if status == 0 {
				return false
			}
			coretest.Respond(w, status, coretest.Object{"detail": "Not now."})
			return true
		}
	}
}

func TestDraftOfACreate(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config values
		sent   []string
	}{
		"none is needed": {values{"name": "a", "content": "x", "context": `{"k":1}`}, []string{
			`POST /things/ {"content":"x","context":{"k":1},"name":"a","note":""}`,
		}},
		"the context comes first": {values{"name": "a", "content": "needs k", "context": `{"k":1}`, "note": "n"}, []string{
			`POST /things/ {"content":"nothing","context":{"k":1},"name":"a"}`,
			`PATCH ` + drafted + ` {"content":"needs k","context":{"k":1},"name":"a","note":"n"}`,
		}},
	} {
		w := manage(t, drafting())
		state := w.applied(test.config, nil)
		if got := w.sent(); !slices.Equal(got, test.sent) {
			t.Errorf("%s: %q", name, got)
		}
		expect(t, name, state, map[string]string{"content": fmt.Sprintf("%q", test.config["content"]), "id": `"00000001-0000-4000-8000-000000000000"`})
	}
}

func TestDraftOfAnUpdate(t *testing.T) {
	t.Parallel()
	w := manage(t, drafting())
	state := w.applied(values{"name": "a", "content": "x"}, nil)
	for name, test := range map[string]struct {
		config values
		sent   []string
	}{
		"none is needed":       {values{"name": "a", "content": "y", "context": `{"k":1}`}, []string{`PATCH ` + drafted + ` {"content":"y","context":{"k":1},"name":"a","note":""}`}},
		"the context is there": {values{"name": "a", "content": "needs y"}, []string{`PATCH ` + drafted + ` {"content":"needs y","context":{},"name":"a","note":""}`}},
		"the context comes first": {values{"name": "a", "content": "needs k", "context": `{"k":1}`}, []string{
			`PATCH ` + drafted + ` {"content":"x","context":{"k":1},"name":"a"}`,
			`PATCH ` + drafted + ` {"content":"needs k","context":{"k":1},"name":"a","note":""}`,
		}},
	} {
		w.sent()
		updated := w.applied(test.config, state)
		if got := w.sent(); !slices.Equal(got, test.sent) {
			t.Errorf("%s: %q", name, got)
		}
		expect(t, name, updated, map[string]string{"content": fmt.Sprintf("%q", test.config["content"])})
	}
}

// Whatever fails: either there is no object and no state, or the object is in the state.
func TestDraftsThatFail(t *testing.T) {
	t.Parallel()
	const left = "An unfinished thing is left: The thing with the ID 00000001-0000-4000-8000-000000000000 was created before that, and could not be deleted again."
	for name, test := range map[string]struct {
		posts, patches, deletes []int
		words                   []string
		objects                 int
	}{
		"the first step":                       {[]int{400}, nil, nil, []string{"authentik refused the request", "Not now."}, 0},
		"the second step":                      {nil, []int{400}, nil, []string{"authentik refused the request", "Not now."}, 0},
		"the second step, twice lost":          {nil, []int{502, 502}, nil, []string{"authentik is not ready"}, 0},
		"the deletion is lost once":            {nil, []int{400}, []int{502}, []string{"authentik refused the request"}, 0},
		"the deletion fails":                   {nil, []int{400}, []int{403}, []string{"authentik refused the request", left, "HTTP 403"}, 1},
		"the deletion is lost":                 {nil, []int{400}, []int{502, 502}, []string{"authentik refused the request", left, "HTTP 502"}, 1},
		"somebody else has deleted it":         {nil, []int{400}, []int{404}, []string{"authentik refused the request"}, -1},
		"the second step, lost once, succeeds": {nil, []int{502}, nil, nil, 1},
	} {
		w := manage(t, drafting(), respondTo(http.MethodPost, test.posts...), respondTo(http.MethodPatch, test.patches...), respondTo(http.MethodDelete, test.deletes...))
		result, diagnostics := w.apply(values{"name": "a", "content": "needs k", "context": `{"k":1}`}, nil)
		if test.words != nil {
			wantError(t, diagnostics, test.words...)
		} else if len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
		if got := messages(diagnostics); strings.Contains(got, "unfinished") != slices.Contains(test.words, left) {
			t.Errorf("%s: %s", name, got)
		}
		if objects := len(w.server.Objects()); test.objects >= 0 && objects != test.objects {
			t.Errorf("%s: %d objects", name, objects)
		}
		if test.objects < 1 {
			if result.State != nil {
				t.Errorf("%s: a state without an object: %v", name, result.State)
			}
			continue
		}
		content := `"nothing"`
		if test.words == nil {
			content = `"needs k"`
		}
		expect(t, name, result.State, map[string]string{"id": `"00000001-0000-4000-8000-000000000000"`, "content": content, "name": `"a"`})
		if result.Identity != "00000001-0000-4000-8000-000000000000" {
			t.Errorf("%s: identity %q", name, result.Identity)
		}
	}
}

// A draft whose answer was lost is recognized by what it was, not by what is to become of
// it, and then goes on to the second step.
func TestDraftWhoseAnswerIsLost(t *testing.T) {
	t.Parallel()
	draft := func() coretest.Object {
		return coretest.Object{"pk": coretest.FirstID, "name": "a", "content": "nothing", "context": map[string]any{"k": 1}, "note": "the server's own"}
	}
	other := draft()
	other["content"] = "something else"
	config := values{"name": "a", "content": "needs k", "context": `{"k":1}`, "note": "n"}
	w := manage(t, drafting(), lose(draft()))
	state := w.applied(config, nil)
	expect(t, "recovered", state, map[string]string{"id": `"` + coretest.FirstID + `"`, "content": `"needs k"`, "note": `"n"`})
	if got := w.sent(); len(got) != 2 || !strings.HasPrefix(got[1], "PATCH /things/"+coretest.FirstID+"/ ") {
		t.Errorf("%q", got)
	}
	w = manage(t, drafting(), lose(other))
	result, diagnostics := w.apply(config, nil)
	wantError(t, diagnostics, "its `content` is not what was to be written")
	if got := w.sent(); len(got) != 1 || result.State != nil {
		t.Errorf("%q, %v", got, result.State)
	}
	w = manage(t, drafting(), lose())
	expect(t, "repeated", w.applied(config, nil), map[string]string{"content": `"needs k"`})
	if got := w.sent(); len(got) != 3 {
		t.Errorf("%q", got)
	}
}

// A release that has the content under an earlier name shows the draft under that, too.
func TestLostDraftOfAnEarlierRelease(t *testing.T) {
	t.Parallel()
	k := drafting()
	k.Fields[2].Formerly = []string{"text"}
	newest := k.Draft
	k.Downgrade = func(_ string, body map[string]any) {
		body["text"] = body["content"]
		delete(body, "content")
	}
	k.Draft = func(body, before map[string]any) bool {
		renamed := map[string]any{"content": body["text"], "context": body["context"]}
		needed := newest(renamed, before)
		body["text"] = renamed["content"]
		return needed
	}
	w := manage(t, k, lose(coretest.Object{"pk": coretest.FirstID, "name": "a", "text": "nothing", "context": map[string]any{"k": 1}}))
	state := w.applied(values{"name": "a", "content": "needs k", "context": `{"k":1}`}, nil)
	expect(t, "recovered", state, map[string]string{"id": `"` + coretest.FirstID + `"`, "content": `"needs k"`})
}

// Without the key nobody could send the second step.
func TestDraftWithoutAKey(t *testing.T) {
	t.Parallel()
	w := manage(t, drafting(), func(s *coretest.Server) { s.Hidden = []string{"pk"} })
	result, diagnostics := w.apply(values{"name": "a", "content": "needs k", "context": `{"k":1}`}, nil)
	wantError(t, diagnostics, "`pk`")
	if got := w.sent(); len(got) != 1 || result.State != nil {
		t.Errorf("%q, %v", got, result.State)
	}
}

// An update whose first step fails sends no second one, and the object stays in the state.
func TestDraftOfAnUpdateThatFails(t *testing.T) {
	t.Parallel()
	w := manage(t, drafting())
	state := w.applied(values{"name": "a", "content": "x"}, nil)
	w.sent()
	respondTo(http.MethodPatch, http.StatusBadRequest)(w.server)
	_, diagnostics := w.apply(values{"name": "a", "content": "needs k", "context": `{"k":1}`}, state)
	wantError(t, diagnostics, "authentik refused the request")
	if got := w.sent(); len(got) != 1 || w.server.Objects()[0]["content"] != "x" {
		t.Errorf("%q, %v", got, w.server.Objects())
	}
	respondTo(http.MethodPatch, 0, http.StatusBadRequest)(w.server)
	_, diagnostics = w.apply(values{"name": "a", "content": "needs k", "context": `{"k":1}`}, state)
	wantError(t, diagnostics, "authentik refused the request")
	expect(t, "refreshed", w.refreshed(state), map[string]string{"content": `"x"`, "context": `"{"k":1}"`})
}
