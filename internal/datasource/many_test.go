package datasource_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// filtered has a filter of every type, and two parameters.
func filtered() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "mode", Type: kind.String}, kind.Field{Name: "on", Type: kind.Bool}, kind.Field{Name: "size", Type: kind.Int},
		kind.Field{Name: "ratio", Type: kind.Float}, kind.Field{Name: "flow", Type: kind.UUID}, kind.Field{Name: "groups", Type: kind.Set, Of: kind.UUID},
		kind.Field{Name: "code", Type: kind.String, Secret: true},
	)
	k.Filters = []string{"name", "mode", "on", "size", "ratio", "flow", "groups"}
	k.Parameters = []kind.Parameter{{Name: "member", API: "members_by_pk", Type: kind.Int}, {Name: "members", API: "member", Type: kind.Set, Of: kind.Int}}
	return k
}

func unfiltered(s *coretest.Server) {
	s.Unfiltered = []string{"mode", "on", "size", "ratio", "flow", "groups", "member", "members_by_pk"}
}

// The limit counts what is left after the filters of the provider: of 120 objects 9 match.
func TestTheLimitCountsWhatIsLeftAfterFiltering(t *testing.T) {
	t.Parallel()
	s := connect(t, filtered(), unfiltered)
	for i := range 120 {
		mode := "static"
		if i%13 == 12 {
			mode = "flow"
		}
		s.server.Add(coretest.Object{"pk": fmt.Sprintf("%08d-0000-4000-8000-000000000000", i), "name": strconv.Itoa(i), "mode": mode})
	}
	for _, test := range []struct {
		config values
		limit  int
		want   int
	}{
		{values{"mode": "flow"}, 100, 9},
		{values{"mode": "flow"}, 9, 9},
		{values{"mode": "flow"}, 8, 8},
		{values{"mode": "flow"}, 0, 9},
		{values{}, 100, 100},
		{values{}, 0, 120},
		{values{}, 1, 1},
		{values{"mode": "none"}, 100, 0},
	} {
		if got := len(strings.Fields(s.labels(test.config, test.limit))); got != test.want {
			t.Errorf("%v, limit %d: %d, want %d", test.config, test.limit, got, test.want)
		}
	}
	for range s.Items(t.Context(), coretest.Filters(s.Kind, values{}), 0) {
		break // whoever has enough stops
	}
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

func TestReadManySortsByID(t *testing.T) {
	t.Parallel()
	k := filtered()
	k.Fields[0].Type = kind.Int
	s := connect(t, k, unfiltered)
	for _, id := range []int{10, 9, 100} {
		s.server.Add(coretest.Object{"pk": id, "name": fmt.Sprint("n", id), "code": "S3cr3t"})
	}
	for omit, code := range map[any]string{nil: `"S3cr3t"`, true: "null"} {
		state, diagnostics := s.ReadMany(t.Context(), coretest.Filters(k, values{"omit_secrets": omit}))
		if diagnostics.HasError() {
			t.Fatal(messages(diagnostics))
		}
		if got := coretest.Show(state["ids"]); got != `["9" "10" "100"]` {
			t.Error(got)
		}
		first := value.Attributes(value.Elements(state["objects"])[0])
		if coretest.Show(first["name"]) != `"n9"` || coretest.Show(first["id"]) != `"9"` || coretest.Show(first["code"]) != code {
			t.Errorf("omit_secrets %v: %v", omit, first)
		}
	}
	byText := connect(t, filtered())
	byText.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b"})
	byText.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a"})
	state, _ := byText.ReadMany(t.Context(), coretest.Filters(byText.Kind, values{}))
	if got := coretest.Show(state["ids"]); got != `["`+coretest.FirstID+`" "`+coretest.SecondID+`"]` {
		t.Error(got)
	}
}

func TestFailuresEndAList(t *testing.T) {
	t.Parallel()
	for name, object := range map[string]coretest.Object{
		"the field `size` is a string": {"pk": coretest.SecondID, "name": "b", "size": "S3cr3t"},
		"it has no `pk`":               {"pk": nil, "name": "b"},
	} {
		s := connect(t, filtered())
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a"})
		s.server.Add(object)
		got := s.labels(values{}, 0)
		if !strings.HasPrefix(got, "a ") || !strings.Contains(got, name) || strings.Contains(got, "S3cr3t") {
			t.Error(got)
		}
		if state, diagnostics := s.ReadMany(t.Context(), coretest.Filters(s.Kind, values{})); state != nil || !diagnostics.HasError() {
			t.Errorf("%s: a state", name)
		}
	}
	s := connect(t, filtered(), func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
			return true
		}
	})
	if got := s.labels(values{}, 0); !strings.HasPrefix(got, "Access denied") {
		t.Error(got)
	}
}

func TestValidateFilters(t *testing.T) {
	t.Parallel()
	s := connect(t, filtered())
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"valid":     {values{"search": "x", "name": "a", "on": true, "size": 1, "flow": coretest.FirstID, "groups": coretest.FirstID, "member": 1, "members": []int{1}}, ""},
		"unknown":   {values{"search": unknown, "flow": unknown}, ""},
		"search":    {values{"search": " "}, "search: Empty value: "},
		"name":      {values{"name": " a"}, "name: Leading or trailing whitespace: "},
		"reference": {values{"flow": "x"}, "flow: Invalid UUID: "},
		"element":   {values{"groups": "x"}, "groups: Invalid UUID: "},
	} {
		got := messages(s.ValidateFilters(coretest.Filters(s.Kind, test.config)))
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	unnamed := coretest.Thing(kind.Field{Name: "size", Type: kind.Int})
	unnamed.Fields[1].Name = "title"
	unnamed.Lookups = []kind.Lookup{kind.By("title", "size")}
	for want, k := range map[string]*kind.Kind{"title=x,size=1": unnamed, coretest.FirstID: {Title: "thing", API: unnamed.API, Fields: unnamed.Fields}} {
		s := connect(t, k)
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "title": "x", "size": 1})
		if got := s.labels(values{}, 0); got != want {
			t.Errorf("%s, want %s", got, want)
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

// An answer of an older release is brought to the newest form.
func TestUpgradeOfAnswers(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(kind.Field{Name: "mode", Type: kind.String})
	k.Upgrade = func(answer map[string]json.RawMessage) { answer["mode"] = answer["old_mode"] }
	s := connect(t, k)
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "old_mode": "x"})
	state, failed := s.read(values{"name": "a"})
	if failed != "" || coretest.Show(state["mode"]) != `"x"` {
		t.Errorf("%s %v", failed, state)
	}
	for item := range s.Items(t.Context(), coretest.Filters(k, values{}), 0) {
		if coretest.Show(item.Decoded["mode"]) != `"x"` {
			t.Errorf("%v", item.Decoded)
		}
	}
}
