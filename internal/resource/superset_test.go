package resource_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// settings is a JSON object of which only some keys are written.
var settings = kind.Field{Name: "settings", Type: kind.JSON, Superset: true, Initial: "defaults/"}

// initial answers what a new object starts from.
func initial(body string) func(*coretest.Server) {
	return func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if !strings.HasSuffix(r.URL.Path, "/defaults/") {
				return false
			}
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
			return true
		}
	}
}

// Keys that the configuration lacks keep what the server has.
func TestKeysThatAreNotWrittenKeepTheirValues(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(settings), initial(`{"settings":{"a":1,"b":2}}`))
	if got := w.created(values{"name": "a", "settings": `{"b":9007199254740993}`}); got != `{"name":"a","settings":{"a":1,"b":9007199254740993}}` {
		t.Error(got)
	}
	w.server.Objects()[0]["settings"] = map[string]any{"a": 5, "b": 2, "c": 3}
	state := w.config(values{"id": "00000001-0000-4000-8000-000000000000", "name": "a", "settings": `{"b":2}`})
	expect(t, "no drift", w.refreshed(state), map[string]string{"settings": `"{"b":2}"`})
	state = w.applied(values{"name": "a", "settings": `{"b":7}`}, state)
	if got := w.sent(); len(got) != 1 || !strings.HasSuffix(got[0], `{"name":"a","settings":{"a":5,"b":7,"c":3}}`) {
		t.Errorf("sent: %v", got)
	}
	expect(t, "updated", state, map[string]string{"settings": `"{"b":7}"`})
}

func TestWhatAJSONObjectIsLaidOver(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`{"settings":[1]}`: `{"b":1}`, `{"settings":null}`: `{"b":1}`, `{}`: `{"b":1}`, `[]`: `{"b":1}`, `{"settings":{}}`: `{"b":1}`, `{"settings":{"b":2,"c":3}}`: `{"b":1,"c":3}`,
	} {
		w := manage(t, coretest.Thing(settings), initial(answer))
		if got := w.created(values{"name": "a", "settings": `{"b":1}`}); got != `{"name":"a","settings":`+want+`}` {
			t.Errorf("%s: %s", answer, got)
		}
	}
	plain := settings
	plain.Initial = ""
	w := manage(t, coretest.Thing(plain))
	if got := w.created(values{"name": "a", "settings": `{"b":1}`}); got != `{"name":"a","settings":{"b":1}}` || strings.Contains(w.asked(), "defaults") {
		t.Error(got)
	}
	w = manage(t, coretest.Thing(settings), func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.Method == http.MethodGet && r.URL.Path != "/api/v3/things/" {
				coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
				return true
			}
			return false
		}
	})
	_, diagnostics := w.apply(values{"name": "a", "settings": `{"b":1}`}, nil)
	wantError(t, diagnostics, "Access denied by authentik")
	_, diagnostics = w.apply(values{"name": "a", "settings": `{"b":1}`}, w.config(values{"id": coretest.FirstID, "name": "a"}))
	wantError(t, diagnostics, "Access denied by authentik")
	if got := w.sent(); len(got) > 0 {
		t.Errorf("sent: %v", got)
	}
}

// What the server itself adds to a set is no change; any other element that is not
// written any more is removed.
func TestElementsThatAreNotWrittenAnyMore(t *testing.T) {
	t.Parallel()
	const third = "00000003-0000-4000-8000-000000000000"
	mappings := kind.Field{Name: "mappings", Type: kind.Set, Of: kind.UUID, Superset: true, Added: []string{"own"}, Refers: kind.Reference{Path: "/mappings/"}}
	lists := func(status int) func(*coretest.Server) {
		return func(s *coretest.Server) {
			s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
				if r.URL.Path != "/api/v3/mappings/" {
					return false
				}
				coretest.Respond(w, status, coretest.Object{"pagination": coretest.Object{"next": 0, "count": 2, "total_pages": 1}, "results": []any{
					coretest.Object{"pk": coretest.SecondID, "managed": "own"}, coretest.Object{"pk": third, "managed": "other"},
				}})
				return true
			}
		}
	}
	shown := func(ids ...string) string { return `["` + strings.Join(ids, `" "`) + `"]` }
	for name, test := range map[string]struct {
		config, before []string
		status         int
		want           string
	}{
		"unchanged":             {[]string{coretest.FirstID}, []string{coretest.FirstID}, 200, shown(coretest.FirstID)},
		"the server's own":      {[]string{coretest.FirstID}, []string{coretest.FirstID, coretest.SecondID}, 200, shown(coretest.FirstID, coretest.SecondID)},
		"another one":           {[]string{coretest.FirstID}, []string{coretest.FirstID, third}, 200, shown(coretest.FirstID)},
		"one of the users":      {[]string{}, []string{coretest.FirstID}, 200, "[]"},
		"what cannot be asked":  {[]string{coretest.FirstID}, []string{coretest.FirstID, coretest.SecondID}, 403, shown(coretest.FirstID)},
		"more than there was":   {[]string{coretest.FirstID, third}, []string{coretest.FirstID}, 200, shown(coretest.FirstID, third)},
		"nothing, and own ones": {[]string{}, []string{coretest.SecondID}, 200, shown(coretest.SecondID)},
	} {
		w := manage(t, coretest.Thing(mappings), lists(test.status))
		plan := w.plan(values{"name": "a", "mappings": test.config}, values{"id": coretest.FirstID, "name": "a", "mappings": test.before})
		expect(t, name, plan.State, map[string]string{"mappings": test.want})
	}
	plan := offline(t, coretest.Thing(mappings)).plan(values{"name": "a", "mappings": []string{coretest.FirstID}}, values{"id": coretest.FirstID, "name": "a", "mappings": []string{coretest.FirstID, third}})
	expect(t, "no server", plan.State, map[string]string{"mappings": shown(coretest.FirstID, third)})
}

// What the server derives from other arguments stays while nothing changes.
func TestDerivedArguments(t *testing.T) {
	t.Parallel()
	label := kind.Field{Name: "label", Type: kind.String, Computed: true, Derived: true}
	w := manage(t, coretest.Thing(label, mode), func(s *coretest.Server) {
		s.Written = func(object coretest.Object) {
			if object["label"] == nil || strings.HasPrefix(fmt.Sprint(object["label"]), "of ") {
				object["label"] = fmt.Sprint("of ", object["name"])
			}
		}
	})
	state := w.applied(values{"name": "a"}, nil)
	expect(t, "created", state, map[string]string{"label": `"of a"`})
	prior := values{"id": coretest.FirstID, "name": "a", "label": "of a", "mode": "strict"}
	expect(t, "unchanged", w.plan(values{"name": "a"}, prior).State, map[string]string{"label": `"of a"`})
	expect(t, "changed", w.plan(values{"name": "b"}, prior).State, map[string]string{"label": "unknown"})
	expect(t, "configured", w.plan(values{"name": "b", "label": "x"}, prior).State, map[string]string{"label": `"x"`})
	w.sent()
	state = w.applied(values{"name": "b"}, state)
	expect(t, "updated", state, map[string]string{"label": `"of b"`})
	if got := w.sent(); len(got) != 1 || strings.Contains(got[0], "label") {
		t.Errorf("sent: %v", got)
	}
}

// Some server wants a key in every request.
func TestArgumentsThatEveryRequestHas(t *testing.T) {
	t.Parallel()
	link := kind.Field{Name: "link", Type: kind.String, EmptyIsNull: true, Always: true}
	key := kind.Field{Name: "key", Type: kind.String, Secret: true, Always: true}
	w := manage(t, coretest.Thing(link, key))
	state := w.applied(values{"name": "a", "key": "S3cr3t"}, nil)
	w.sent()
	w.applied(values{"name": "b", "key": "S3cr3t"}, state)
	if got := w.sent(); len(got) != 1 || !strings.HasSuffix(got[0], `{"key":"S3cr3t","link":"","name":"b"}`) {
		t.Errorf("sent: %v", got)
	}
	k := coretest.Thing(key)
	k.API.Immutable = true
	prior := values{"id": coretest.FirstID, "name": "a", "key": "S3cr3t"}
	if plan := offline(t, k).plan(values{"name": "a", "key": "S3cr3t"}, prior); len(plan.Replaces) > 0 {
		t.Errorf("replaced without a change: %v", plan.Replaces)
	}
}

func TestResolveFindsTheIDOfAName(t *testing.T) {
	t.Parallel()
	w := manage(t, bound(), others)
	refers := kind.Reference{Path: "/users/", Key: "id", Filter: "username", Title: "user"}
	if id, failure := resource.Resolve(t.Context(), w.Connection.Client, w.Connection, w.Kind, refers, "anna"); id != "7" || failure != nil {
		t.Errorf("%q %v", id, failure)
	}
	if id, failure := resource.Resolve(t.Context(), w.Connection.Client, w.Connection, w.Kind, refers, "carl"); id != "" || failure == nil {
		t.Errorf("%q %v", id, failure)
	}
}

// Listed is what an import of the object leads to.
func TestListedStates(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode, users, optional))
	fields := parsed(t, `{"pk":"`+coretest.FirstID+`","name":"a","mode":"x","users":[2,1],"code":"S3cr3t"}`)
	decoded, wrong := value.DecodeAll(w.Kind.Shown(), fields)
	if wrong != nil {
		t.Fatal(wrong)
	}
	expect(t, "listed", w.Listed(decoded, fields), map[string]string{"id": `"` + coretest.FirstID + `"`, "mode": `"x"`, "users": "[1 2]", "code": "null", "code" + diagnostic.WriteOnlySuffix: "null"})
}
