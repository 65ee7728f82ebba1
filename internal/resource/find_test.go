package resource_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// find is the key of what the terms find, or the error.
func (w world) find(terms ...lookup.Term) string {
	operation := diagnostic.New(w.Context(), w.Connection, w.Kind, diagnostic.View, terms)
	fields, failure := resource.Find(w.Context(), w.Connection.Client, w.Connection, operation)
	if failure != nil {
		return failure.Summary()
	}
	return strings.Trim(string(fields["pk"]), `"`)
}

func TestFind(t *testing.T) {
	t.Parallel()
	insensitive := kind.Field{Name: "title", Type: kind.String, Filter: "title__iexact"}
	doubtful := kind.Field{Name: "target", Type: kind.UUID, FilterMayFail: true}
	first, second := coretest.FirstID, coretest.SecondID
	byTitle := func(of string) []lookup.Term { return []lookup.Term{{Attribute: "title", Value: of}} }
	for name, test := range map[string]struct {
		change func(*kind.Kind, *coretest.Server)
		terms  []lookup.Term
		want   string
	}{
		"by ID":                           {nil, lookup.ByID(first), first},
		"by an ID that is not there":      {nil, lookup.ByID(strings.Repeat("0", 36)), "Thing not found"},
		"by name":                         {nil, []lookup.Term{{Attribute: "name", Value: "b"}}, second},
		"by a name that is not there":     {nil, []lookup.Term{{Attribute: "name", Value: "c"}}, "Thing not found"},
		"by a name that two have":         {func(_ *kind.Kind, s *coretest.Server) { s.Objects()[0]["name"] = "b" }, []lookup.Term{{Attribute: "name", Value: "b"}}, "More than one match"},
		"by a filter that ignores case":   {nil, byTitle("x"), first},
		"by one that ignores it, for two": {func(_ *kind.Kind, s *coretest.Server) { s.Objects()[1]["title"] = "x" }, byTitle("x"), "More than one match"},
		"by case that differs":            {nil, byTitle("X"), second},
		"by nothing":                      {nil, byTitle("z"), "Thing not found"},
		"by a filter that is refused":     {nil, []lookup.Term{{Attribute: "target", Value: first}}, second},
		"among objects of other kinds": {func(k *kind.Kind, s *coretest.Server) {
			k.API.Only = "things.thing"
			s.Objects()[0]["name"], s.Objects()[0]["meta_model_name"] = "b", "things.other"
			s.Objects()[1]["meta_model_name"] = "things.thing"
		}, []lookup.Term{{Attribute: "name", Value: "b"}}, second},
		"on a later page, among others": {func(k *kind.Kind, s *coretest.Server) {
			k.API.Only, s.PageSize = "things.thing", 1
			s.Objects()[0]["name"], s.Objects()[0]["meta_model_name"] = "b", "things.other"
			s.Objects()[1]["meta_model_name"] = "things.thing"
		}, []lookup.Term{{Attribute: "name", Value: "b"}}, second},
		"by what the server cannot filter by": {func(k *kind.Kind, s *coretest.Server) {
			k.API.Path, s.Path = "/core/groups/", "/core/groups/"
			s.Unfiltered = append(s.Unfiltered, "num_pk")
		}, []lookup.Term{{Attribute: "num_pk", Value: "7"}}, second},
		"what cannot be read": {func(_ *kind.Kind, s *coretest.Server) {
			s.Objects()[0]["title"] = 1.5
			s.Objects()[1]["name"] = []int{1}
		}, byTitle("x"), "Unexpected answer from authentik"},
	} {
		k := coretest.Thing(insensitive, doubtful, kind.Field{Name: "num_pk", Type: kind.Int, ReadOnly: true, Stable: true})
		w := manage(t, k, func(s *coretest.Server) {
			s.Unfiltered = []string{"title__iexact"}
			s.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
				if r.URL.Query().Has("target") {
					coretest.Respond(rw, http.StatusBadRequest, coretest.Object{"target": []string{"Select a valid choice."}})
					return true
				}
				return false
			}
		})
		w.server.Add(coretest.Object{"pk": first, "name": "a", "title": "x", "target": second})
		w.server.Add(coretest.Object{"pk": second, "name": "b", "title": "X", "target": first, "num_pk": 7})
		if test.change != nil {
			test.change(k, w.server)
		}
		if got := w.find(test.terms...); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestFindReportsFailures(t *testing.T) {
	t.Parallel()
	insensitive := kind.Field{Name: "title", Type: kind.String, Filter: "title__iexact"}
	w := manage(t, coretest.Thing(insensitive), func(s *coretest.Server) {
		s.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
			coretest.Respond(rw, http.StatusForbidden, coretest.Object{"detail": "No."})
			return true
		}
	})
	for _, attribute := range []string{"id", "name", "title"} {
		if got := w.find(lookup.Term{Attribute: attribute, Value: "a"}); got != "Access denied by authentik" {
			t.Errorf("%s: %s", attribute, got)
		}
	}
}

func TestExists(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]*kind.Kind{"by key": coretest.Thing(), "by slug": coretest.Slugged()} {
		w := manage(t, k)
		w.server.Add(coretest.Object{"pk": coretest.FirstID, "slug": "first", "name": "a"})
		for key, want := range map[string]bool{coretest.FirstID: true, coretest.SecondID: false} {
			if got, err := resource.Exists(t.Context(), w.Connection.Client, w.Connection, k, key); err != nil || got != want {
				t.Errorf("%s: %s: %t, %v", name, key, got, err)
			}
		}
		w.server.Intercept = func(rw http.ResponseWriter, _ *http.Request, _ string) bool {
			http.Error(rw, "<html>", http.StatusNotFound)
			return true
		}
		if got, err := resource.Exists(t.Context(), w.Connection.Client, w.Connection, k, coretest.FirstID); err == nil || got {
			t.Errorf("%s: %t without an error", name, got)
		}
	}
}

func TestListWithoutAFilterThatTheServerRefuses(t *testing.T) {
	t.Parallel()
	doubtful := kind.Field{Name: "target", Type: kind.UUID, FilterMayFail: true}
	w := manage(t, coretest.Thing(doubtful))
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "target": coretest.SecondID})
	w.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b"})
	collection, err := w.Connection.Collection(t.Context(), w.Kind)
	if err != nil {
		t.Fatal(err)
	}
	count := func() (objects int, failed error) {
		for _, err := range resource.List(t.Context(), w.Connection.Client, w.Kind, collection, map[string][]string{"target": {coretest.SecondID}}, 0) {
			if err != nil {
				return objects, err
			}
			objects++
		}
		return objects, nil
	}
	if objects, err := count(); objects != 1 || err != nil {
		t.Errorf("filtered: %d, %v", objects, err)
	}
	refuseFilter := true
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		status := http.StatusForbidden
		if refuseFilter {
			status = http.StatusBadRequest
		}
		if r.URL.Query().Has("target") {
			coretest.Respond(rw, status, coretest.Object{"target": []string{"Select a valid choice."}})
			return true
		}
		return false
	}
	if objects, err := count(); objects != 2 || err != nil {
		t.Errorf("refused: %d, %v", objects, err)
	}
	for _, err := range resource.List(t.Context(), w.Connection.Client, w.Kind, collection, map[string][]string{"target": {coretest.SecondID}}, 0) {
		if err != nil {
			t.Error(err)
		}
		break
	}
	refuseFilter = false
	if _, err := count(); err == nil {
		t.Error("a failure is no refusal")
	}
}

func TestAnswersAreUpgraded(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode)
	k.Upgrade = func(answer map[string]json.RawMessage) { answer["mode"] = json.RawMessage(`"upgraded"`) }
	w := manage(t, k)
	state := w.applied(values{"name": "a"}, nil)
	expect(t, "created", state, map[string]string{"mode": `"upgraded"`})
	expect(t, "read", w.refreshed(state), map[string]string{"mode": `"upgraded"`})
	w.server.Remove()
	if result, diagnostics := w.Read(t.Context(), state); result.State != nil || diagnostics.HasError() {
		t.Errorf("gone: %v %s", result.State, messages(diagnostics))
	}
}
