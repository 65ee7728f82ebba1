package datasource_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// filtered has a filter of every type, and two parameters.
func filtered() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "mode", Type: kind.String}, kind.Field{Name: "on", Type: kind.Bool}, kind.Field{Name: "size", Type: kind.Int},
		kind.Field{Name: "ratio", Type: kind.Float}, kind.Field{Name: "flow", Type: kind.UUID}, kind.Field{Name: "groups", Type: kind.Set, Of: kind.UUID},
		kind.Field{Name: "code", Type: kind.String, Secret: true},
	)
	k.Filters = []string{"name", "mode", "on", "size", "ratio", "flow", "groups"}
	k.Parameters = []kind.Parameter{{Name: "member", API: "members_by_pk", Type: kind.Int}, {Name: "members", API: "member", Type: kind.Set, Of: kind.Int}, {Name: "owner", Type: kind.String}, {Name: "owners", Type: kind.List, Of: kind.String}}
	return k
}

func unfiltered(s *coretest.Server) {
	s.Unfiltered = []string{"mode", "on", "size", "ratio", "flow", "groups", "member", "members_by_pk"}
}

// Every filter holds, whether the server has it or ignores it.
func TestFiltersOfEveryType(t *testing.T) {
	t.Parallel()
	for name, ignores := range map[string]func(*coretest.Server){"by the server": func(*coretest.Server) {}, "by the provider": unfiltered} {
		s := connect(t, filtered(), ignores)
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "x", "on": true, "size": 1, "ratio": 0.5, "flow": coretest.FirstID})
		s.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b", "mode": "X", "on": false, "size": 2, "ratio": 1.5, "flow": nil})
		for _, test := range []struct {
			config values
			want   string
		}{
			{values{}, "a b"},
			{values{"mode": "x"}, "a"},
			{values{"on": true}, "a"},
			{values{"on": false}, "b"},
			{values{"size": 2}, "b"},
			{values{"size": 3}, ""},
			{values{"ratio": 1.5}, "b"},
			{values{"flow": coretest.FirstID}, "a"},
			{values{"name": "a", "on": false}, ""},
			{values{"mode": unknown}, "a b"},
		} {
			if got := s.labels(test.config, 0); got != test.want {
				t.Errorf("%s: %v: %q, want %q", name, test.config, got, test.want)
			}
		}
	}
}

func TestAFilterByAnElementOfAList(t *testing.T) {
	t.Parallel()
	s := connect(t, filtered(), unfiltered)
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "groups": []string{coretest.FirstID, coretest.SecondID}})
	s.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b", "groups": []string{}})
	if got := s.labels(values{"groups": strings.ToUpper(coretest.SecondID)}, 0); got != "a" {
		t.Errorf("%q", got)
	}
}

func TestQueryOfAList(t *testing.T) {
	t.Parallel()
	s := connect(t, filtered(), unfiltered)
	s.labels(values{"search": "x y", "name": "a", "on": false, "size": 2, "ratio": 0.5, "mode": nil, "flow": unknown, "member": 7, "members": []int{1, 2}}, 0)
	requests := s.server.Requests()
	query, err := url.ParseQuery(requests[len(requests)-1].Query)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"page", "page_size", "ordering"} {
		query.Del(name)
	}
	if got, want := query.Encode(), "member=1&member=2&members_by_pk=7&name=a&on=false&ratio=0.5&search=x+y&size=2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestValidateFilters(t *testing.T) {
	t.Parallel()
	s := connect(t, filtered())
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"valid":     {values{"search": "x", "name": "a", "on": true, "size": 1, "flow": coretest.FirstID, "groups": coretest.FirstID, "member": 1, "members": []int{1}, "owner": "x", "owners": []string{"x"}}, ""},
		"unknown":   {values{"search": unknown, "flow": unknown}, ""},
		"search":    {values{"search": " "}, "search: Empty value: "},
		"name":      {values{"name": " a"}, "name: Leading or trailing whitespace: "},
		"reference": {values{"flow": "x"}, "flow: Invalid UUID: "},
		"read-only": {values{"ids": []string{"x"}}, "ids: Read-only attribute: "},
		"element":   {values{"groups": "x"}, "groups: Invalid UUID: "},
		"parameter": {values{"owner": " "}, "owner: Empty value: "},
	} {
		got := messages(s.ValidateFilters(coretest.Filters(s.Kind, test.config)))
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// An older release ignores a filter that it lacks, and would return everything.
func TestAParameterThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.API.Path = "/core/groups/"
	k.Parameters = []kind.Parameter{{Name: "future", Type: kind.String}, {Name: "members_by_pk", Type: kind.Set, Of: kind.Int}}
	s := connect(t, k)
	if got := s.labels(values{"future": "x"}, 0); !strings.HasPrefix(got, "future: Not available in the server's release: authentik 2025.12.4 has no such filter") {
		t.Error(got)
	}
	if got := s.labels(values{"members_by_pk": []int{1}}, 0); got != "" {
		t.Error(got)
	}
	s = connect(t, k, func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			w.WriteHeader(http.StatusBadGateway)
			return true
		}
	})
	if got := s.labels(values{"members_by_pk": []int{1}}, 0); !strings.HasPrefix(got, "authentik is not ready") {
		t.Error(got)
	}
}
