package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// mostValues is how many values of an enum a page lists.
const mostValues = 40

// values lists the known values of an enum, each with the releases that know it where not
// all do that have the field. An enum that is cut short has too many changes to list.
func (t *texts) values(location contract.Location, field *kind.Field, prefix string) string {
	if more := len(field.Values) - mostValues; more > 0 {
		return strings.Join(quoted(field.Values[:mostValues]), ", ") + fmt.Sprintf(" and %d more", more)
	}
	listed := quoted(field.Values)
	for i, value := range field.Values {
		var has, knows []string
		for _, definition := range t.definitions(location, field, prefix) {
			has = append(has, definition.release)
			if definition.enum == nil || slices.Contains(definition.enum, value) {
				knows = append(knows, definition.release)
			}
		}
		if len(knows) > 0 {
			listed[i] += within(knows, has)
		}
	}
	return strings.Join(listed, ", ")
}

// within says from when and until when some of all releases are, in parentheses; "" where
// they are all.
func within(some, all []string) string {
	var parts []string
	if some[0] != all[0] {
		parts = append(parts, "since "+kind.Branch(some[0]))
	}
	if last := some[len(some)-1]; last != all[len(all)-1] {
		parts = append(parts, "up to "+kind.Branch(last))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// defined is what one release says about a field.
type defined struct {
	release  string
	required bool
	enum     []string
}

// definitions are those of the field, or of the elements of a list, under any of its names,
// by release, ascending.
func (t *texts) definitions(location contract.Location, field *kind.Field, prefix string) []defined {
	var found []defined
	for _, release := range t.releases {
		for _, name := range field.APINames() {
			if field.IsCollection() {
				name += "[]"
			}
			facts, _ := t.table.Field(location, prefix+name)
			if definition, ok := facts.At(release); ok {
				found = append(found, defined{release: release, required: definition.Required && !definition.Nullable, enum: definition.Enum})
				break
			}
		}
	}
	return found
}

// requirement says which releases require an argument that has no value by itself and that
// others do not require; "" for none.
func (t *texts) requirement(field *kind.Field, prefix string) string {
	if field.MustBeSet() || field.Default != nil || field.Computed || field.IfConfigured || field.Secret || field.IsCollection() || field.Type == kind.Objects {
		return ""
	}
	var has, require []string
	for _, definition := range t.definitions(contract.InRequest, field, prefix) {
		has = append(has, definition.release)
		if definition.required {
			require = append(require, definition.release)
		}
	}
	switch {
	case len(require) == 0:
		return ""
	case len(require) == len(has):
		return "Required where the server has it."
	case require[0] != has[0]:
		return "Required since authentik " + kind.Branch(require[0]) + "."
	}
	return "Required up to authentik " + kind.Branch(require[len(require)-1]) + "."
}
