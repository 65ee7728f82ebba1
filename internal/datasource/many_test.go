package datasource_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

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
	mixed := filtered()
	mixed.Fields[0].Type = kind.String
	byName := connect(t, mixed)
	for _, id := range []string{"1a", "10", "9", "9223372036854775807", "-9223372036854775808"} {
		byName.server.Add(coretest.Object{"pk": id, "name": "n" + id})
	}
	named, _ := byName.ReadMany(t.Context(), coretest.Filters(mixed, values{}))
	if got := coretest.Show(named["ids"]); got != `["-9223372036854775808" "9" "10" "9223372036854775807" "1a"]` {
		t.Error(got)
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
