package contract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Whatever the documents say, the table says the same after it was written and read: definitions that
// come and go, enumerations that change by release, the empty value among them.
func TestAnyTableSurvivesTheText(t *testing.T) {
	t.Parallel()
	releases := []string{"2023.4.3", "2023.10.7", "2024.2.4", "2026.5.8"}
	rapid.Check(t, func(t *rapid.T) {
		objects := map[string]map[string]contract.View{"/a/": {}, "/b/c/": {}}
		for path := range objects {
			for _, release := range releases {
				if release == releases[3] || rapid.Bool().Draw(t, "exists") {
					objects[path][release] = anyView(t, path)
				}
			}
		}
		table, err := contract.NewTable(releases, objects)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		if _, err := table.WriteTo(&text); err != nil {
			t.Fatal(err)
		}
		read, err := contract.Parse(text.String())
		if err != nil {
			t.Fatalf("%v\n%s", err, text.String())
		}
		for path, views := range objects {
			for _, from := range []*contract.Table{table, read} {
				object, ok := from.Object(path)
				if !ok {
					t.Fatalf("%s is lost.", path)
				}
				for _, release := range releases {
					want, exists := views[release]
					got, found := object.In(release)
					if diff := cmp.Diff(want, got); found != exists || diff != "" {
						t.Fatalf("%s in %s:\n%s\n%s", path, release, diff, text.String())
					}
				}
			}
		}
	})
}

func anyView(t *rapid.T, path string) contract.View {
	view := contract.View{
		Path:  rapid.SampledFrom([]string{path, "/earlier/"}).Draw(t, "path"),
		Model: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "model"),
	}
	if rapid.Bool().Draw(t, "list") {
		view.Methods, view.Paged = []contract.Method{contract.List, contract.Create}, rapid.Bool().Draw(t, "paged")
	}
	if rapid.Bool().Draw(t, "key") {
		view.Key, view.KeyType, view.KeyField = "id", rapid.SampledFrom([]string{"uuid", "integer"}).Draw(t, "type"), "pk"
	}
	view.Response, view.Request = anyFields(t), anyFields(t)
	view.Filters, view.Parameters = anyFields(t), anyFields(t)
	return view
}

func anyFields(t *rapid.T) contract.Definitions {
	var fields contract.Definitions
	for _, name := range []string{"a", "a.b", "c[]"} {
		if !rapid.Bool().Draw(t, "has") {
			continue
		}
		field := contract.Definition{
			Name: name, Type: rapid.SampledFrom([]string{"string", "integer"}).Draw(t, "type"),
			Required: rapid.Bool().Draw(t, "required"), Default: rapid.SampledFrom([]string{"", `""`, `"a b"`}).Draw(t, "default"),
		}
		if values := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"", "a b", "c|d", "e=%", "1"}), rapid.ID).Draw(t, "enum"); len(values) > 0 {
			slices.Sort(values)
			field.Enum = values
		}
		if rapid.Bool().Draw(t, "limited") {
			least := rapid.Int64Range(-1, 1).Draw(t, "least")
			field.Minimum = &least
		}
		fields = append(fields, field)
	}
	return fields
}
