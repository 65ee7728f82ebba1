package datasource_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// sortable has a field of every type, and the incumbent's name of its list.
func sortable() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "path", Type: kind.String}, kind.Field{Name: "on", Type: kind.Bool}, kind.Field{Name: "size", Type: kind.Int}, kind.Field{Name: "ratio", Type: kind.Float},
		kind.Field{Name: "created", Type: kind.Time}, kind.Field{Name: "groups", Type: kind.Set, Of: kind.UUID}, kind.Field{Name: "names", Type: kind.List, Of: kind.String},
		kind.Field{Name: "part", Type: kind.Object, Fields: []kind.Field{{Name: "a", Type: kind.String}}},
		kind.Field{Name: "parts", Type: kind.Objects, Fields: []kind.Field{{Name: "a", Type: kind.String}}},
		kind.Field{Name: "certificate", Type: kind.String, Hidden: true},
	)
	k.ResultAlias = "all_things"
	return k
}

func TestOrderingsThatAreRefused(t *testing.T) {
	t.Parallel()
	s := connect(t, sortable())
	for ordering, refused := range map[any]bool{
		nil: false, unknown: false, "name": false, "-name": false, "on": false, "-created": false, "pk": false, "path,-size,ratio": false,
		"": true, "-": true, "--name": true, "Name": true, "nothing": true, "name,": true, "name, path": true, "name,nothing": true,
		"groups": true, "-names": true, "part": true, "parts": true, "certificate": true,
	} {
		got := messages(s.ValidateFilters(coretest.Filters(s.Kind, values{"ordering": ordering})))
		if refused != strings.HasPrefix(got, "ordering: Unknown field: Objects can be sorted by attributes of a thing") || !refused && got != "" {
			t.Errorf("%v: %s", ordering, got)
		}
	}
	if got := s.ValidateFilters(coretest.Filters(s.Kind, values{"ordering": "one,two,three"})); len(got) != 1 {
		t.Errorf("%d messages about one argument", len(got))
	}
}

// Numbers are ordered by their value, text by its bytes, false before true, and null before
// everything. What is equal stays in the order of the IDs.
func TestOrderOfManyObjects(t *testing.T) {
	t.Parallel()
	s := connect(t, sortable())
	for _, object := range []coretest.Object{
		{"pk": id(3), "name": "three", "path": "b", "on": true, "size": 9, "ratio": -0.5},
		{"pk": id(1), "name": "one", "path": "a", "on": false, "size": 10, "ratio": 1e3},
		{"pk": id(4), "name": "four", "path": "B", "on": false, "size": nil, "ratio": 0.25},
		{"pk": id(2), "name": "two", "path": "a", "on": true, "size": 100, "ratio": 2},
	} {
		s.server.Add(object)
	}
	for ordering, want := range map[any]string{
		nil:                 "one two three four",
		"name":              "four one three two",
		"-name":             "two three one four",
		"pk":                "one two three four",
		"-pk":               "four three two one",
		"path":              "four one two three",
		"-path":             "three one two four",
		"size":              "four three one two",
		"-size":             "two one three four",
		"ratio":             "three four two one",
		"on":                "one four two three",
		"-on":               "two three one four",
		"on,-size":          "one four two three",
		"-on,size":          "three two four one",
		"path,-name":        "four two one three",
		"created":           "one two three four",
		"created,-path,-pk": "three two one four",
	} {
		state, diagnostics := s.ReadMany(t.Context(), coretest.Filters(s.Kind, values{"ordering": ordering}))
		if diagnostics.HasError() {
			t.Fatal(messages(diagnostics))
		}
		var names, ids []string
		for _, object := range value.Elements(state["objects"]) {
			attributes := value.Attributes(object)
			names, ids = append(names, value.String(attributes["name"])), append(ids, coretest.Show(attributes["id"]))
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%v: %s, want %s", ordering, got, want)
		}
		if got, want := coretest.Show(state["ids"]), "["+strings.Join(ids, " ")+"]"; got != want {
			t.Errorf("%v: ids are %s, those of the objects %s", ordering, got, want)
		}
		if !state["all_things"].Equal(state["objects"]) {
			t.Errorf("%v: the incumbent's name has %v", ordering, state["all_things"])
		}
	}
}
