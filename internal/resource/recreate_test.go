package resource_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// The server deletes an object along with what it refers to. Where the plan left the ID
// open for that, the update creates it again.
func TestUpdateCreatesAgainWhatTheServerDeletedAlong(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]*kind.Kind{"by key": coretest.Thing(owner, serial), "by slug": coretest.Slugged(owner, serial)} {
		w := manage(t, k)
		config := values{"name": "a", "owner": coretest.FirstID, "serial": "x"}
		if k.IsAddressedByName() {
			config["slug"] = "s"
		}
		before := w.applied(config, nil)
		w.server.Remove()
		config["owner"] = coretest.SecondID
		state := w.applied(config, before) // planned without a refresh, as during an apply
		expect(t, name, state, map[string]string{"owner": `"` + coretest.SecondID + `"`, "serial": `"x"`})
		identity := "id"
		if k.IsAddressedByName() {
			identity = "uuid"
		}
		if coretest.Show(state[identity]) == coretest.Show(before[identity]) || len(w.server.Objects()) != 1 {
			t.Errorf("%s: %s, %v", name, coretest.Show(state[identity]), w.server.Objects())
		}
	}
}

// Other resources have a generated secret from the plan by the time that the object is
// created again, so it is created with that.
func TestAnObjectThatIsCreatedAgainKeepsItsGeneratedSecret(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(owner, generated))
	before := w.applied(values{"name": "a", "owner": coretest.FirstID}, nil)
	before["code"] = value.Text("S3cr3t-first") // as if generated when it was created
	w.server.Remove()
	state := w.applied(values{"name": "a", "owner": coretest.SecondID}, before)
	expect(t, "created again", state, map[string]string{"code": `"S3cr3t-first"`})
	if objects := w.server.Objects(); len(objects) != 1 || objects[0]["code"] != "S3cr3t-first" {
		t.Errorf("the server has %v", objects)
	}
}

// A secret that the server generates anew is not in the plan of an update that may have to
// create the object again, and neither is what the server sets by itself.
func TestAPlanLeavesOpenWhatAnObjectThatIsCreatedAgainHasOfItsOwn(t *testing.T) {
	t.Parallel()
	ruled := kind.Field{Name: "expires", Type: kind.String, Computed: true, Overruled: func(kind.Arguments) bool { return true }}
	w := manage(t, coretest.Thing(owner, token, ruled))
	prior := values{"id": coretest.FirstID, "name": "a", "owner": coretest.FirstID, "retrieve_key": true, "key": "S3cr3t", "expires": "then"}
	for name, test := range map[string]struct {
		config values
		want   map[string]string
	}{
		"may be created again": {values{"owner": unknown, "retrieve_key": true}, map[string]string{"key": "unknown", "expires": "unknown", "id": "unknown"}},
		"not asked for":        {values{"owner": unknown}, map[string]string{"key": "null"}},
		"stays":                {values{"owner": coretest.FirstID, "retrieve_key": true}, map[string]string{"key": `"S3cr3t"`, "expires": `"then"`}},
	} {
		test.config["name"] = "a"
		expect(t, name, w.plan(test.config, prior).State, test.want)
	}
}

// The ID is a string to Terraform, also where the server has a number.
func TestNumbersAsKeys(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode)
	k.Fields[0].Type = kind.Int
	w := manage(t, k, func(s *coretest.Server) { s.Written = func(object coretest.Object) { object["pk"] = 7 } })
	result, diagnostics := w.apply(values{"name": "a"}, nil)
	if diagnostics.HasError() || result.Identity != "7" {
		t.Fatalf("identity %q: %s", result.Identity, messages(diagnostics))
	}
	for _, state := range []map[string]valueOf{result.State, w.refreshed(result.State), w.applied(values{"name": "b"}, result.State)} {
		expect(t, "state", state, map[string]string{"id": `"7"`})
	}
}

func TestUpdateOfAnObjectThatIsGoneFails(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing())
	state := w.applied(values{"name": "a"}, nil)
	w.server.Remove()
	_, diagnostics := w.apply(values{"name": "b"}, state)
	wantError(t, diagnostics, "id: Thing not found")
	if len(w.server.Objects()) > 0 {
		t.Error("it was created")
	}
}

// lose lets the first create arrive, or not, and loses the answer.
func lose(created ...coretest.Object) func(*coretest.Server) {
	return func(s *coretest.Server) {
		lost := false
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.Method != http.MethodPost || lost {
				return false
			}
			lost = true
			for _, object := range created {
				s.Add(object)
			}
			w.WriteHeader(http.StatusBadGateway)
			return true
		}
	}
}

func TestCreateWhoseAnswerIsLost(t *testing.T) {
	t.Parallel()
	own := func() coretest.Object { return coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "strict"} }
	for name, test := range map[string]struct {
		before, created []coretest.Object
		repeat          bool
		words           string // of the error, "" for none
		posts           int
	}{
		"it arrived":                {nil, []coretest.Object{own()}, false, "", 1},
		"it did not arrive":         {nil, nil, false, "", 2},
		"names repeat":              {nil, nil, true, "the server does not have it yet and may still create it", 1},
		"there was one before":      {[]coretest.Object{own()}, nil, false, "was there before, so it is left alone", 1},
		"two appeared":              {nil, []coretest.Object{own(), {"pk": coretest.SecondID, "name": "a", "mode": "strict"}}, false, "there are 2 with the name", 1},
		"another one appeared":      {nil, []coretest.Object{{"pk": coretest.FirstID, "name": "a", "mode": "regex"}}, false, "its `mode` is not what was to be written", 1},
		"one of before and one new": {[]coretest.Object{{"pk": coretest.SecondID, "name": "a"}}, []coretest.Object{own()}, true, "", 1},
	} {
		k := coretest.Thing(mode)
		k.NamesRepeat = test.repeat
		w := manage(t, k, lose(test.created...))
		for _, object := range test.before {
			w.server.Add(object)
		}
		result, diagnostics := w.apply(values{"name": "a"}, nil)
		if posts := len(w.sent()); posts != test.posts {
			t.Errorf("%s: %d creates", name, posts)
		}
		if test.words != "" {
			wantError(t, diagnostics, test.words)
			continue
		}
		if diagnostics.HasError() {
			t.Errorf("%s: %s", name, messages(diagnostics))
			continue
		}
		expect(t, name, result.State, map[string]string{"name": `"a"`, "mode": `"strict"`})
	}
}

func TestCreateWhoseAnswerIsLostComparesSecrets(t *testing.T) {
	t.Parallel()
	for code, words := range map[string]string{"S3cr3t1": "", "S3cr3t-other": "its `code` is not what was to be written"} {
		w := manage(t, coretest.Thing(optional), lose(coretest.Object{"pk": coretest.FirstID, "name": "a", "code": code}))
		result, diagnostics := w.apply(values{"name": "a", "code": "S3cr3t1"}, nil)
		if words != "" {
			wantError(t, diagnostics, words)
		} else {
			expect(t, code, result.State, map[string]string{"id": `"` + coretest.FirstID + `"`, "code": `"S3cr3t1"`})
		}
	}
}

// A release that does not return a secret gives no way to compare it.
func TestCreateWhoseAnswerIsLostWithoutItsSecret(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(optional), lose(coretest.Object{"pk": coretest.FirstID, "name": "a", "code": nil}))
	expect(t, "recovered", w.applied(values{"name": "a", "code": "S3cr3t1"}, nil), map[string]string{"id": `"` + coretest.FirstID + `"`})
}

func TestCreateOfWhatCannotBeFoundIsNotRepeated(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.Lookups = nil
	w := manage(t, k, lose())
	_, diagnostics := w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "such an object cannot be found by its arguments")
	if posts := len(w.sent()); posts != 1 {
		t.Errorf("%d creates", posts)
	}
}

// Where the server cannot be asked what is there before, nothing is sent.
func TestNothingIsCreatedWhereTheServerCannotBeAsked(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		respond func(http.ResponseWriter)
		creates int
	}{
		"starting": {func(w http.ResponseWriter) { w.WriteHeader(http.StatusBadGateway) }, 0},
		"failing": {func(w http.ResponseWriter) {
			coretest.Respond(w, http.StatusInternalServerError, coretest.Object{"detail": "No."})
		}, 0},
		"something else": {func(w http.ResponseWriter) { http.Error(w, "<html>", http.StatusForbidden) }, 0},
		"closing":        {func(http.ResponseWriter) { panic(http.ErrAbortHandler) }, 0},
		"refusing": {func(w http.ResponseWriter) {
			coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
		}, 1},
	} {
		w := manage(t, coretest.Thing(), func(s *coretest.Server) {
			s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
				if r.Method != http.MethodGet {
					return false
				}
				test.respond(w)
				return true
			}
		})
		_, diagnostics := w.apply(values{"name": "a"}, nil)
		if got := w.sent(); len(got) != test.creates || diagnostics.HasError() != (test.creates == 0) {
			t.Errorf("%s: sent %v: %s", name, got, messages(diagnostics))
		}
	}
}

// Somebody who may create and not view can still create.
func TestCreateWithoutThePermissionToView(t *testing.T) {
	t.Parallel()
	forbidden := func(s *coretest.Server) {
		before := s.Intercept
		s.Intercept = func(w http.ResponseWriter, r *http.Request, body string) bool {
			if r.Method == http.MethodGet {
				coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
				return true
			}
			return before != nil && before(w, r, body)
		}
	}
	w := manage(t, coretest.Thing(), forbidden)
	expect(t, "created", w.applied(values{"name": "a"}, nil), map[string]string{"name": `"a"`})
	w = manage(t, coretest.Thing(), lose(), forbidden)
	_, diagnostics := w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "whether there was one before could not be seen")
}

func TestAnObjectThatTheServerHasByItselfIsAdopted(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode, serial)
	k.API.Adopted = true
	w := manage(t, k)
	_, diagnostics := w.apply(values{"name": "a", "mode": "regex"}, nil)
	wantError(t, diagnostics, "name: Thing not found")
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "strict", "serial": "x"})
	w.server.Requests()
	state := w.applied(values{"name": "a", "mode": "regex"}, nil)
	expect(t, "adopted", state, map[string]string{"id": `"` + coretest.FirstID + `"`, "mode": `"regex"`, "serial": `"x"`})
	if got := strings.Join(w.sent(), "; "); got != `PATCH /things/`+coretest.FirstID+`/ {"mode":"regex","name":"a","serial":"x"}` {
		t.Error(got)
	}
	w.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "a", "mode": "strict"})
	_, diagnostics = w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "name: More than one match")
}
