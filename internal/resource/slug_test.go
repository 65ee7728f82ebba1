package resource_test

import (
	"net/http"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
)

// slugged manages objects that are addressed by their slug, two of which exist.
func slugged(t *testing.T, prepare ...func(*coretest.Server)) world {
	t.Helper()
	w := manage(t, coretest.Slugged(mode), prepare...)
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "slug": "first", "name": "a", "mode": "strict"})
	w.server.Add(coretest.Object{"pk": coretest.SecondID, "slug": "second", "name": "b", "mode": "strict"})
	return w
}

func (w world) first() map[string]valueOf {
	return w.config(values{"id": "first", "slug": "first", "uuid": coretest.FirstID, "name": "a", "mode": "strict"})
}

// An object whose slug somebody changed is found by its key.
func TestRenamedObjectsAreFoundByTheirKey(t *testing.T) {
	t.Parallel()
	w := slugged(t)
	w.server.Objects()[0]["slug"] = "renamed"
	state := w.refreshed(w.first())
	expect(t, "refreshed", state, map[string]string{"id": `"renamed"`, "slug": `"renamed"`, "uuid": `"` + coretest.FirstID + `"`})
	w.server.Requests()
	state = w.applied(values{"slug": "first", "name": "a", "mode": "regex"}, w.first())
	if got := w.asked(); got != "GET /things/first/, GET /things/, PATCH /things/renamed/" {
		t.Error(got)
	}
	expect(t, "updated", state, map[string]string{"id": `"first"`, "mode": `"regex"`})
	w.server.Objects()[0]["slug"] = "renamed"
	if diagnostics := w.Delete(t.Context(), w.first()); len(diagnostics) > 0 || len(w.server.Objects()) != 1 || w.server.Objects()[0]["slug"] != "second" {
		t.Errorf("%s, %v", messages(diagnostics), w.server.Objects())
	}
}

// An object that has the slug now and is another one is never touched.
func TestAnotherObjectWithTheSlugIsLeftAlone(t *testing.T) {
	t.Parallel()
	for name, gone := range map[string]bool{"the own one is renamed": false, "the own one is gone": true} {
		w := slugged(t)
		own, other := w.server.Objects()[0], w.server.Objects()[1]
		own["slug"], other["slug"] = "renamed", "first"
		if gone {
			w.server.Remove()
			w.server.Add(other)
		}
		result, diagnostics := w.Read(t.Context(), w.first())
		if gone {
			if result.State != nil || diagnostics.HasError() {
				t.Errorf("%s: %v %s", name, result.State, messages(diagnostics))
			}
		} else {
			expect(t, name, result.State, map[string]string{"id": `"renamed"`})
		}
		if diagnostics := w.Delete(t.Context(), w.first()); len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
		if left := w.server.Objects(); len(left) != 1 || left[0]["pk"] != coretest.SecondID {
			t.Errorf("%s: left are %v", name, left)
		}
	}
}

// A list that is filtered by permission, or cached, and empty does not say that the
// object is gone.
func TestAnEmptyListDoesNotMakeADeletionSucceed(t *testing.T) {
	t.Parallel()
	emptyList := func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.URL.Path == "/api/v3/things/" {
				coretest.Respond(w, http.StatusOK, coretest.Object{"pagination": coretest.Object{"next": 0, "count": 0, "total_pages": 1}, "results": []any{}})
				return true
			}
			return false
		}
	}
	w := slugged(t, emptyList)
	if diagnostics := w.Delete(t.Context(), w.first()); len(diagnostics) > 0 || len(w.server.Objects()) != 1 {
		t.Errorf("%s, left are %v", messages(diagnostics), w.server.Objects())
	}
	if got := w.asked(); got != "GET /things/first/, DELETE /things/first/" {
		t.Error(got)
	}
	// Neither by slug nor in the list: the deletion itself is asked.
	if diagnostics := w.Delete(t.Context(), w.first()); len(diagnostics) > 0 {
		t.Error(messages(diagnostics))
	}
	if got := w.asked(); got != "GET /things/first/, GET /things/, DELETE /things/first/" {
		t.Error(got)
	}
}

func TestFailuresOfTheSearchForARenamedObjectAreReported(t *testing.T) {
	t.Parallel()
	for name, path := range map[string]string{"by slug": "/api/v3/things/first/", "by list": "/api/v3/things/"} {
		w := slugged(t, func(s *coretest.Server) {
			s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
				if r.URL.Path == path {
					coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
					return true
				}
				return false
			}
		})
		if name == "by list" {
			w.server.Objects()[0]["slug"] = "renamed"
		}
		_, read := w.Read(t.Context(), w.first())
		wantError(t, read, "Access denied by authentik")
		wantError(t, w.Delete(t.Context(), w.first()), "Access denied by authentik")
		_, updated := w.apply(values{"slug": "first", "name": "c"}, w.first())
		wantError(t, updated, "Access denied by authentik")
		if len(w.server.Objects()) != 2 {
			t.Errorf("%s: left are %v", name, w.server.Objects())
		}
	}
}

// A state without the key, such as another provider's, has the slug alone.
func TestAStateWithoutTheKeyIsReadByItsSlug(t *testing.T) {
	t.Parallel()
	w := slugged(t)
	before := w.config(values{"id": "first", "slug": "first", "name": "a"})
	expect(t, "refreshed", w.refreshed(before), map[string]string{"uuid": `"` + coretest.FirstID + `"`})
	if diagnostics := w.Delete(t.Context(), before); len(diagnostics) > 0 || len(w.server.Objects()) != 1 {
		t.Error(messages(diagnostics))
	}
}

// An update of an object that is gone must not create another one, whose key differs from
// what was planned.
func TestUpdateOfASluggedObjectThatIsGoneFails(t *testing.T) {
	t.Parallel()
	w := slugged(t)
	w.server.Remove()
	_, diagnostics := w.apply(values{"slug": "first", "name": "c"}, w.first())
	wantError(t, diagnostics, "Thing not found")
	if left := w.server.Objects(); len(left) > 0 {
		t.Errorf("it was created: %v", left)
	}
}
