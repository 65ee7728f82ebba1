package resource_test

import (
	"net/http"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

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

// An update whose answer is another object tells nothing of this one.
func TestUpdateAnsweredWithAnotherObject(t *testing.T) {
	t.Parallel()
	for _, k := range []*kind.Kind{coretest.Thing(mode), coretest.Slugged(mode)} {
		config := values{"name": "a"}
		if k.IsAddressedByName() {
			config["slug"] = "s"
		}
		w := manage(t, k)
		state := w.applied(config, nil)
		w.server.Written = func(object coretest.Object) { object["pk"] = coretest.SecondID }
		config["mode"] = "other"
		result, diagnostics := w.apply(config, state)
		wantError(t, diagnostics, "Unexpected answer from authentik", "its `pk` differs")
		if result.State != nil || result.Identity != "" {
			t.Errorf("the state is %v, the identity %s", result.State, result.Identity)
		}
	}
}
