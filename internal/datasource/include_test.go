package datasource_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// crowded has two fields that the server sends together where it is asked to, and one by
// itself.
func crowded() *kind.Kind {
	users := kind.Include{Parameter: "include_users", Incumbent: true}
	return coretest.Thing(
		kind.Field{Name: "users", Type: kind.List, Of: kind.Int, ReadOnly: true, Include: users},
		kind.Field{Name: "user_names", Type: kind.List, Of: kind.String, ReadOnly: true, Include: users},
		kind.Field{Name: "children", Type: kind.Int, ReadOnly: true, Include: kind.Include{Parameter: "include_children"}},
	)
}

func connectCrowd(t *testing.T, k *kind.Kind) source {
	t.Helper()
	s := connect(t, k)
	s.server.Included = map[string]string{"users": "include_users", "user_names": "include_users", "children": "include_children"}
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "users": []int{1, 2}, "user_names": []string{"x", "y"}, "children": 3})
	return s
}

// What takes the server longer is read only where the configuration asks for it, or where
// the incumbent's defaults do and the configuration says nothing.
func TestWhatTheServerIncludesOnRequest(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config              values
		incumbent           bool
		users, children     string
		shownUsers, shownBy string
	}{
		"nothing":                   {values{}, false, "null", "null", "null", "null"},
		"users":                     {values{"include_users": true}, false, "[1 2]", "null", "true", "null"},
		"children":                  {values{"include_children": true}, false, "null", "3", "null", "true"},
		"both":                      {values{"include_users": true, "include_children": true}, false, "[1 2]", "3", "true", "true"},
		"refused":                   {values{"include_users": false}, false, "null", "null", "false", "null"},
		"the incumbent's":           {values{}, true, "[1 2]", "null", "null", "null"},
		"refused to the incumbent":  {values{"include_users": false}, true, "null", "null", "false", "null"},
		"both beside the incumbent": {values{"include_children": true}, true, "[1 2]", "3", "null", "true"},
	} {
		s := connectCrowd(t, crowded())
		s.Connection.IncumbentDefaults = test.incumbent
		one := values{"name": "a"}
		maps.Copy(one, test.config)
		state, failed := s.read(one)
		names := "null"
		if test.users != "null" {
			names = `["x" "y"]`
		}
		want := values{"users": test.users, "user_names": names, "children": test.children, "include_users": test.shownUsers, "include_children": test.shownBy, "id": `"` + coretest.FirstID + `"`}
		for attribute, shown := range want {
			if got := coretest.Show(state[attribute]); failed != "" || got != shown {
				t.Errorf("%s: %s is %s, want %v; %s", name, attribute, got, shown, failed)
			}
		}
		many, diagnostics := s.ReadMany(t.Context(), coretest.Filters(s.Kind, test.config))
		if diagnostics.HasError() || len(value.Elements(many["objects"])) != 1 {
			t.Fatalf("%s: %s", name, messages(diagnostics))
		}
		object := value.Attributes(value.Elements(many["objects"])[0])
		for attribute, shown := range map[string]string{"users": test.users, "user_names": names, "children": test.children} {
			if got := coretest.Show(object[attribute]); got != shown {
				t.Errorf("%s: in the list %s is %s, want %s", name, attribute, got, shown)
			}
		}
	}
}

// Each parameter is sent once and as true, beside those of the kind; one that is not asked
// for is not sent at all.
func TestParametersOfWhatIsIncluded(t *testing.T) {
	t.Parallel()
	k := crowded()
	k.API.Query = map[string][]string{"include_roles": {"false"}, "include_children": {"false"}}
	s := connectCrowd(t, k)
	s.server.Unfiltered = []string{"include_roles"}
	if _, failed := s.read(values{"id": coretest.FirstID, "include_children": true}); failed != "" {
		t.Fatal(failed)
	}
	var queries []string
	for _, request := range s.server.Requests() {
		queries = append(queries, request.Query)
	}
	if want := []string{"include_children=false&include_roles=false", "include_children=true&include_roles=false"}; !slices.Equal(queries, want) {
		t.Errorf("asked with %q, want %q", queries, want)
	}
	if got := k.API.Query.Encode(); got != "include_children=false&include_roles=false" {
		t.Errorf("the kind's own query is now %s", got)
	}
}

// Where many objects are read they are listed ahead, but never with what takes the server
// longer.
func TestWhatIsIncludedIsNotReadAhead(t *testing.T) {
	t.Parallel()
	k := crowded()
	server := coretest.New()
	server.Included = map[string]string{"users": "include_users", "user_names": "include_users", "children": "include_children"}
	server.Configure = func(c *client.Config) { c.ReadAhead = true }
	s := source{t, server, &datasource.DataSource{Kind: k, Connection: server.Connect(t)}}
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "users": []int{1}})
	for range 40 {
		if state, failed := s.read(values{"id": coretest.FirstID, "include_users": true}); failed != "" || coretest.Show(state["users"]) != "[1]" {
			t.Fatalf("%s, %s", coretest.Show(state["users"]), failed)
		}
	}
	lists := 0
	for _, request := range s.server.Requests() {
		if request.Path == "/things/" {
			lists++
			if strings.Contains(request.Query, "include_users") {
				t.Errorf("listed: %s", request)
			}
		}
	}
	if lists == 0 {
		t.Error("nothing was read ahead, so the test shows nothing")
	}
}

// The second request, for what is included, fails or answers with something else.
func TestFailuresOfWhatIsIncluded(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status int
		answer any
		want   string
	}{
		"forbidden":    {http.StatusForbidden, coretest.Object{"detail": "No."}, "Access denied by authentik"},
		"deleted":      {http.StatusNotFound, coretest.Object{"detail": "Not found."}, "Thing not found"},
		"another type": {http.StatusOK, coretest.Object{"pk": coretest.FirstID, "name": "a", "users": "S3cr3t"}, "the field `users` is a string"},
		"another one":  {http.StatusOK, coretest.Object{"pk": coretest.SecondID, "name": "b", "users": []int{1}}, "The server's answer is not the thing with the ID"},
	} {
		s := connectCrowd(t, crowded())
		s.server.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.URL.Query().Get("include_users") != "true" {
				return false
			}
			coretest.Respond(w, test.status, test.answer)
			return true
		}
		state, failed := s.read(values{"name": "a", "include_users": true})
		if state != nil || !strings.Contains(failed, test.want) || strings.Contains(failed, "S3cr3t") {
			t.Errorf("%s: %v, %s", name, state, failed)
		}
	}
}

// An answer of an older release is brought to the newest form with what is included too.
func TestUpgradeOfWhatIsIncluded(t *testing.T) {
	t.Parallel()
	k := crowded()
	k.Upgrade = func(answer map[string]json.RawMessage) {
		if old, ok := answer["old_users"]; ok {
			answer["users"] = old
		}
	}
	s := connect(t, k)
	s.server.Included = map[string]string{"old_users": "include_users"}
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "old_users": []int{7}})
	state, failed := s.read(values{"name": "a", "include_users": true})
	if got := coretest.Show(state["users"]); failed != "" || got != "[7]" {
		t.Errorf("%s, %s", got, failed)
	}
}
