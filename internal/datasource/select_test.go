package datasource_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// id is the ID of the n-th object.
func id(n int) string { return fmt.Sprintf("%08d-0000-4000-8000-000000000000", n) }

// selectable is found by its name, and as the incumbent finds it: by some of three fields.
func selectable() *kind.Kind {
	k := coretest.Thing(kind.Field{Name: "mode", Type: kind.String}, kind.Field{Name: "size", Type: kind.Int}, kind.Field{Name: "code", Type: kind.String, FilterMayFail: true})
	k.Selects = []string{"name", "mode", "size", "code"}
	return k
}

// connectFour has four objects, which the server lists in this order.
func connectFour(t *testing.T, prepare ...func(*coretest.Server)) source {
	t.Helper()
	s := connect(t, selectable(), prepare...)
	for _, object := range []coretest.Object{
		{"pk": id(4), "name": "d", "mode": "x", "size": 1, "code": "k"},
		{"pk": id(1), "name": "a", "mode": "x", "size": 2, "code": "l"},
		{"pk": id(3), "name": "a", "mode": "y", "size": 2, "code": "m"},
		{"pk": id(2), "name": "c", "mode": "z", "size": 3, "code": nil},
	} {
		s.server.Add(object)
	}
	return s
}

// Where several objects match, the incumbent takes the first that the server lists, and by
// itself the provider takes none. It is the same whether the server filters or not, and on
// which page of the list the objects are.
func TestSelectionOfOneObject(t *testing.T) {
	t.Parallel()
	const several = "More than one match"
	for server, prepare := range map[string]func(*coretest.Server){
		"filters":          func(*coretest.Server) {},
		"does not filter":  func(s *coretest.Server) { s.Unfiltered = []string{"name", "mode", "size"} },
		"has small pages":  func(s *coretest.Server) { s.PageSize = 1 },
		"does neither":     func(s *coretest.Server) { s.PageSize, s.Unfiltered = 1, []string{"name", "mode", "size"} },
		"filters by modes": func(s *coretest.Server) { s.PageSize, s.Unfiltered = 2, []string{"name", "size"} },
	} {
		for _, test := range []struct {
			config         values
			own, incumbent string
		}{
			{values{"mode": "z"}, id(2), id(2)},
			{values{"mode": "x"}, "mode: " + several, id(4)},
			{values{"size": 2}, "size: " + several, id(1)},
			{values{"size": 2, "mode": "y"}, id(3), id(3)},
			{values{"name": "a", "mode": "x"}, id(1), id(1)},
			{values{"name": "a", "size": 2}, "name: " + several, id(1)},
			{values{"name": "a", "mode": "z"}, "name: Thing not found", "name: Thing not found"},
			{values{"mode": "X"}, "mode: Thing not found", "mode: Thing not found"},
			{values{"code": "m"}, id(3), id(3)},
			{values{"code": "m", "mode": "x"}, "mode: Thing not found", "mode: Thing not found"},
			{values{"id": id(3)}, id(3), id(3)},
		} {
			for incumbent, want := range map[bool]string{false: test.own, true: test.incumbent} {
				s := connectFour(t, prepare)
				s.Connection.IncumbentDefaults = incumbent
				state, failed := s.read(test.config)
				got := strings.Trim(coretest.Show(state["id"]), `"`)
				if failed != "" {
					got = failed
				}
				if !strings.HasPrefix(got, want) || (state == nil) != (failed != "") {
					t.Errorf("the server %s, %v, incumbent %t: %s, want %s", server, test.config, incumbent, got, want)
				}
			}
		}
	}
}

// A look-up of the kind itself stays one by default, and without any argument only the
// incumbent selects.
func TestWhatCountsAsASelection(t *testing.T) {
	t.Parallel()
	s := connectFour(t)
	if _, failed := s.read(values{"name": "a"}); !strings.HasPrefix(failed, "name: More than one match") {
		t.Error(failed)
	}
	if _, failed := s.read(values{}); !strings.HasPrefix(failed, "Missing argument: Exactly one of") {
		t.Error(failed)
	}
	s.Connection.IncumbentDefaults = true
	for want, config := range map[string]values{id(1): {"name": "a"}, id(4): {}} {
		if state, failed := s.read(config); failed != "" || coretest.Show(state["id"]) != `"`+want+`"` {
			t.Errorf("%v: %s, %s", config, coretest.Show(state["id"]), failed)
		}
	}
}

// By default what is a whole look-up of the kind is one, which trusts the server to filter;
// anything else is a selection, which compares.
func TestLookupsAreNoSelections(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config   values
		isLookup bool
	}{
		"a field":                 {values{"name": "d"}, true},
		"two fields":              {values{"mode": "x", "size": 1}, true},
		"half of two":             {values{"mode": "z"}, false},
		"the other half":          {values{"size": 3}, false},
		"a field and another":     {values{"name": "d", "mode": "x"}, false},
		"two fields and a third":  {values{"mode": "x", "size": 1, "code": "k"}, false},
		"both look-ups, together": {values{"name": "d", "mode": "x", "size": 1}, false},
	} {
		s := connectFour(t, func(s *coretest.Server) { s.Unfiltered = []string{"name", "mode", "size"} })
		s.Kind.Lookups = append(s.Kind.Lookups, kind.By("mode", "size"))
		state, failed := s.read(test.config)
		if test.isLookup != strings.Contains(failed, "More than one match: authentik has 4 objects") || test.isLookup != (state == nil) {
			t.Errorf("%s: %s", name, failed)
		}
	}
}

func TestValidationOfSelections(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"nothing, which the incumbent takes": {values{}, ""},
		"one":                                {values{"mode": "x"}, ""},
		"a look-up and another":              {values{"name": "a", "size": 1}, ""},
		"all":                                {values{"name": "a", "size": 1, "mode": "x", "code": "k"}, ""},
		"an ID and a field":                  {values{"id": id(1), "mode": "x"}, "id: Invalid combination of arguments: "},
		"an ID that may be null":             {values{"id": unknown, "mode": "x"}, ""},
		"an empty value":                     {values{"mode": ""}, "mode: Empty value: "},
	} {
		s := connect(t, selectable())
		got := messages(s.Validate(coretest.DataConfig(s.Kind, test.config)))
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	single := selectable()
	single.Selects = []string{"mode"}
	s := connect(t, single)
	if got := messages(s.Validate(coretest.DataConfig(single, values{}))); got != "" {
		t.Errorf("nothing, of one field: %s", got)
	}
}

// The server sorts as it does by itself, and is not asked by what it may refuse. One page
// is enough where it is the only one, and for the incumbent's answer.
func TestRequestsOfASelection(t *testing.T) {
	t.Parallel()
	for incumbent, size := range map[bool]int{false: 100, true: 1} {
		s := connectFour(t, func(s *coretest.Server) { s.PageSize = size })
		s.Connection.IncumbentDefaults = incumbent
		if _, failed := s.read(values{"mode": "x", "code": "k"}); failed != "" {
			t.Fatal(failed)
		}
		if got := fmt.Sprint(s.server.Requests()); got != "[GET /things/?mode=x]" {
			t.Errorf("incumbent %t: asked %s", incumbent, got)
		}
	}
}

func TestFailuresOfASelection(t *testing.T) {
	t.Parallel()
	refuse := func(page string) func(*coretest.Server) {
		return func(s *coretest.Server) {
			s.PageSize, s.Unfiltered = 2, []string{"mode"}
			s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
				if r.URL.Query().Get("page") != page {
					return false
				}
				coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
				return true
			}
		}
	}
	unreadable := func(index int) func(*coretest.Server) {
		return func(s *coretest.Server) {
			s.PageSize, s.Unfiltered = 2, []string{"mode"}
			s.Intercept = func(http.ResponseWriter, *http.Request, string) bool {
				s.Objects()[index]["size"] = "S3cr3t"
				return false
			}
		}
	}
	for name, test := range map[string]struct {
		prepare func(*coretest.Server)
		want    string
	}{
		"the first page":            {refuse(""), "Access denied by authentik"},
		"a later page":              {refuse("2"), "Access denied by authentik"},
		"an object of the first":    {unreadable(0), "the field `size` is a string"},
		"an object of a later page": {unreadable(3), "the field `size` is a string"},
	} {
		s := connectFour(t, test.prepare)
		state, failed := s.read(values{"mode": "z"})
		if state != nil || !strings.Contains(failed, test.want) || strings.Contains(failed, "S3cr3t") {
			t.Errorf("%s: %s", name, failed)
		}
	}
}

// Where a release has another path or key, nothing can be asked before the release is
// known, by none of the ways.
func TestNothingIsReadBeforeTheReleaseIsKnown(t *testing.T) {
	t.Parallel()
	k := coretest.Slugged(kind.Field{Name: "certificate", Type: kind.String, ReadOnly: true, Fetch: kind.Fetch{Path: "view/", Key: "data", Switch: "fetch_certificate"}})
	k.Fields[2].Formerly = []string{"old_slug"}
	k.Selects = []string{"name"}
	s := connect(t, k, func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
			w.WriteHeader(http.StatusBadGateway)
			return true
		}
	})
	for _, config := range []values{{"name": "a"}, {"slug": "a"}} {
		if state, failed := s.read(config); state != nil || !strings.HasPrefix(failed, "authentik is not ready") {
			t.Errorf("%v: %s", config, failed)
		}
	}
	if got := s.labels(values{}, 0); !strings.HasPrefix(got, "authentik is not ready") {
		t.Error(got)
	}
	for _, request := range s.server.Requests() {
		if request.Path != "/admin/version/" {
			t.Errorf("asked %s", request)
		}
	}
}
