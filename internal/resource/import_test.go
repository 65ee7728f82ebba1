package resource_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// bound is a kind without a name: one is found by what it refers to and its order.
func bound() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "target", Type: kind.UUID, Required: true, Refers: kind.Reference{Path: "/flows/", Filter: "slug", Title: "flow", Attribute: "uuid"}},
		kind.Field{Name: "policy", Type: kind.UUID},
		kind.Field{Name: "position", API: "order", Type: kind.Int, Required: true},
		kind.Field{Name: "user", Type: kind.Int, Refers: kind.Reference{Path: "/users/", Key: "id", Filter: "username", Title: "user"}},
	)
	k.Lookups = []kind.Lookup{{Fields: []string{"target", "position"}, Narrower: "user"}}
	return k
}

// others answers the lists of flows and users.
func others(s *coretest.Server) {
	lists := map[string]string{
		"/api/v3/flows/": `{"pk":"` + coretest.FirstID + `","slug":"login"},{"pk":"` + coretest.SecondID + `","slug":"Login"}`,
		"/api/v3/users/": `{"id":7,"username":"anna"},{"id":8,"username":"ben"},{"id":9,"username":"ben"}`,
	}
	s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
		list, ok := lists[r.URL.Path]
		if ok {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(`{"pagination":{"next":0,"count":` + strconv.Itoa(strings.Count(list, "},")+1) + `,"total_pages":1},"results":[` + list + `]}`))
		}
		return ok
	}
}

func TestImport(t *testing.T) {
	t.Parallel()
	numbered := coretest.Thing()
	numbered.Fields[0].Type = kind.Int
	numbered.Filters = nil
	named := coretest.Thing()
	named.Fields[0].Type = kind.String
	for name, test := range map[string]struct {
		kind         *kind.Kind
		id, identity string
		want         string // ID and identity, or words of the error
	}{
		"by ID":                       {coretest.Thing(), strings.ToUpper(coretest.FirstID), "", coretest.FirstID + " " + coretest.FirstID},
		"by identity":                 {coretest.Thing(), "", coretest.FirstID, coretest.FirstID + " " + coretest.FirstID},
		"by ID and identity":          {coretest.Thing(), coretest.FirstID, coretest.SecondID, coretest.FirstID + " " + coretest.FirstID},
		"by nothing":                  {named, "", "", "Invalid import ID"},
		"by a string's name":          {named, "name=a", "", coretest.FirstID + " " + coretest.FirstID},
		"by a padded number of many":  {bound(), "target=login,position=01", "", "Invalid import ID"},
		"by whitespace of many":       {bound(), "target= login,position=1", "", "Invalid import ID"},
		"by name":                     {coretest.Thing(), "name=a", "", coretest.FirstID + " " + coretest.FirstID},
		"by a name with an equals":    {coretest.Thing(), "name=x=y,z", "", coretest.SecondID + " " + coretest.SecondID},
		"by a name that is not there": {coretest.Thing(), "name=c", "", "Thing not found"},
		"by no name":                  {coretest.Thing(), "name=", "", "Invalid import ID"},
		"by a name with whitespace":   {coretest.Thing(), "name= a", "", "Invalid import ID"},
		"by another attribute":        {coretest.Thing(), "title=a", "", "Import the thing by its UUID or `name=<name>`. \"title=a\" is none of these."},
		"by a bare name":              {coretest.Thing(), "a", "", "Invalid import ID"},
		"by number":                   {numbered, "12", "", "12 12"},
		"by a padded number":          {numbered, "012", "", "Invalid import ID"},
		"by a string":                 {named, coretest.FirstID, "", coretest.FirstID + " " + coretest.FirstID},
		"by slug":                     {coretest.Slugged(), "first", "", "first " + coretest.FirstID},
		"by slug with its name":       {coretest.Slugged(), "slug=first", "", "first " + coretest.FirstID},
		"by the key of a slugged one": {coretest.Slugged(), coretest.FirstID, "", "first " + coretest.FirstID},
		"by the identity of one":      {coretest.Slugged(), "", coretest.FirstID, "first " + coretest.FirstID},
		"by a slug that is not there": {coretest.Slugged(), "third", "", "Thing not found"},
		"by a slug with whitespace":   {coretest.Slugged(), " first", "", "Invalid import ID"},
		"by several":                  {bound(), "target=" + coretest.FirstID + ",position=1,user=7", "", coretest.FirstID + " " + coretest.FirstID},
		"by several in another order": {bound(), "target=login,user=anna,position=1", "", coretest.FirstID + " " + coretest.FirstID},
		"by names that repeat":        {bound(), "target=login,position=1,user=ben", "", "Expected one user with the username \"ben\" that the token's user may view, found 2"},
		"by a name of none":           {bound(), "target=logout,position=1", "", "Expected one flow with the slug \"logout\" that the token's user may view, found 0"},
		"by several without narrower": {bound(), "target=login,position=1", "", "More than one match"},
		"by too few":                  {bound(), "target=login", "", "Invalid import ID"},
		"by too many":                 {bound(), "target=login,position=1,policy=x", "", "Invalid import ID"},
		"by one twice":                {bound(), "target=login,position=1,position=1", "", "Invalid import ID"},
		"by a number that is none":    {bound(), "target=login,position=x", "", "Invalid import ID"},
		"by an empty one":             {bound(), "target=login,position=", "", "Invalid import ID"},
	} {
		w := manage(t, test.kind, others)
		w.server.Add(coretest.Object{"pk": coretest.FirstID, "slug": "first", "name": "a", "target": coretest.FirstID, "order": 1, "user": 7})
		w.server.Add(coretest.Object{"pk": coretest.SecondID, "slug": "second", "name": "x=y,z", "target": coretest.FirstID, "order": 1, "user": nil})
		result, diagnostics := w.Import(t.Context(), test.id, test.identity)
		if diagnostics.HasError() {
			if got := messages(diagnostics); !strings.Contains(got, test.want) || strings.HasPrefix(got, "name: ") {
				t.Errorf("%s: %s", name, got)
			}
			continue
		}
		if got := strings.Trim(coretest.Show(result.State["id"]), `"`) + " " + result.Identity; got != test.want {
			t.Errorf("%s: %s", name, got)
		}
		if _, diagnostics := w.Read(t.Context(), result.State); diagnostics.HasError() && !strings.Contains(name, "a string") && !strings.Contains(name, "by number") {
			t.Errorf("%s, refreshed: %s", name, messages(diagnostics))
		}
	}
}

// An import has what the server has: also what is kept only if it is configured, and a
// generated secret, but no other one.
func TestImportedStates(t *testing.T) {
	t.Parallel()
	password := kind.Field{Name: "password", Type: kind.String, Secret: true}
	extra := kind.Field{Name: "extra", Type: kind.String, Default: "new"}
	empty := kind.Field{Name: "empty", Type: kind.String, EmptyIsNull: true}
	w := manage(t, coretest.Thing(users, generated, password, extra, empty, span))
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "users": []int{2, 1}, "code": "S3cr3t", "password": "S3cr3t", "empty": nil, "span": "minutes=60"})
	imported, diagnostics := w.Import(t.Context(), "name=a", "")
	if diagnostics.HasError() {
		t.Fatal(messages(diagnostics))
	}
	state := w.refreshed(imported.State)
	expect(t, "imported", state, map[string]string{"users": "[1 2]", "code": `"S3cr3t"`, "password": "null", "extra": `"new"`, "empty": `""`, "span": `"minutes=60"`})
	plan := w.plan(values{"name": "a", "users": []int{1, 2}, "span": "hours=1"}, values{"id": coretest.FirstID, "name": "a", "users": []int{1, 2}, "code": "S3cr3t", "extra": "new", "empty": "", "span": "minutes=60"})
	for name, planned := range plan.State {
		if coretest.Show(planned) != coretest.Show(state[name]) {
			t.Errorf("%s is planned as %s, was %s", name, coretest.Show(planned), coretest.Show(state[name]))
		}
	}
	listed := w.server.Objects()
	if len(listed) != 1 {
		t.Error(listed)
	}
}

func TestImportReportsFailures(t *testing.T) {
	t.Parallel()
	forbidden := func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
			return true
		}
	}
	for _, id := range []string{"target=login,position=1", "target=" + coretest.FirstID + ",position=1"} {
		_, diagnostics := manage(t, bound(), forbidden).Import(t.Context(), id, "")
		wantError(t, diagnostics, "Access denied by authentik")
	}
	w := manage(t, coretest.Thing(), func(s *coretest.Server) { s.Unfiltered = []string{"name"} })
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "other"})
	_, diagnostics := w.Import(t.Context(), "name=a", "")
	wantError(t, diagnostics, "Unexpected answer from authentik", "its `name` differs, as if the server did not filter")
	w = manage(t, coretest.Thing())
	w.server.Add(coretest.Object{"pk": nil, "name": "a"})
	_, diagnostics = w.Import(t.Context(), "name=a", "")
	wantError(t, diagnostics, "it has no `pk`")
	w = manage(t, coretest.Thing(mode))
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": []int{1}})
	_, diagnostics = w.Import(t.Context(), "name=a", "")
	wantError(t, diagnostics, "the field `mode` is an array, expected a string")
}
