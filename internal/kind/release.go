package kind

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Request are the fields that a release accepts; those of the newest for a release that
// is not known.
func (k *Kind) Request(release string) contract.Definitions {
	table, ok := k.Table()
	if !ok {
		return nil
	}
	view, _ := table.In(speaking(release))
	return view.Request
}

// speaking is the release of the table that speaks for a server's; the newest for one that
// is not known.
func speaking(release string) string {
	if nearest, ok := contract.Nearest(release); ok {
		return nearest
	}
	return contract.Newest()
}

// Accepted is the name under which a release accepts the field, and its definition. It
// is false where the release has no such field. Without a contract every field is
// accepted as it is.
func (k *Kind) Accepted(field *Field, release string) (string, contract.Definition, bool) {
	table, ok := k.Table()
	if !ok {
		return field.APIName(), contract.Definition{}, true
	}
	nearest := speaking(release)
	for _, name := range field.APINames() {
		if found, ok := table.Field(contract.InRequest, name); ok {
			if definition, ok := found.At(nearest); ok {
				return name, definition, true
			}
		}
	}
	return field.APIName(), contract.Definition{}, false
}

// RequiresSomewhere says whether some release requires the field in a create.
func (k *Kind) RequiresSomewhere(field *Field) bool {
	table, ok := k.Table()
	if !ok {
		return false
	}
	return slices.ContainsFunc(field.APINames(), func(name string) bool {
		found, _ := table.Field(contract.InRequest, name)
		return slices.ContainsFunc(found.Definitions, func(dated contract.Dated) bool { return dated.Required })
	})
}

// HasParameter says whether a release's list has the parameter. A release that lacks it ignores
// it, and would answer with all objects.
func (k *Kind) HasParameter(parameter Parameter, release string) bool {
	return k.filters(parameter.APIName(), release)
}

// filters says whether a release's list has a parameter, true for a release that lacks the
// kind.
func (k *Kind) filters(name, release string) bool {
	table, ok := k.Table()
	if !ok {
		return true
	}
	nearest := speaking(release)
	parameter, _ := table.Field(contract.InFilter, name)
	return parameter.In(nearest) || !table.Has(nearest)
}

// Returns says whether any release returns the field.
func (k *Kind) Returns(field *Field) bool {
	table, ok := k.Table()
	if !ok {
		return true
	}
	return slices.ContainsFunc(field.APINames(), func(name string) bool {
		_, found := table.Field(contract.InResponse, name)
		return found
	})
}

// Varies says whether releases that have the kind differ in whether, under which name or
// as which type they accept the field.
func (k *Kind) Varies(field *Field) bool { return k.verdict(field).varies }

func (k *Kind) varies(field *Field) bool {
	table, ok := k.Table()
	if !ok {
		return false
	}
	releases := 0
	kinds := map[string]bool{}
	for _, name := range field.APINames() {
		found, _ := table.Field(contract.InRequest, name)
		for _, dated := range found.Definitions {
			releases += len(dated.Releases)
			kinds[name+" "+dated.Type] = true
		}
	}
	return releases < len(table.Releases()) || len(kinds) > 1
}

// IsNew says whether some release of the table lacks the kind.
func (k *Kind) IsNew() bool {
	table, ok := k.Table()
	return ok && len(table.Releases()) < len(contract.Releases())
}

// Moves says whether the collection's path depends on the release.
func (k *Kind) Moves() bool {
	table, ok := k.Table()
	if !ok || len(table.Releases()) == 0 {
		return false
	}
	return table.Path(table.Releases()[0]) != table.Collection()
}

// Path is the collection's path in a release.
func (k *Kind) Path(release string) string {
	table, ok := k.Table()
	if !ok || !k.Moves() {
		return k.API.Path
	}
	nearest, ok := contract.Nearest(release)
	if path := table.Path(nearest); ok && path != "" {
		return path
	}
	return k.API.Path
}

// KeyIn is the API's name, in a release, of the field that stands in an object's URL.
func (k *Kind) KeyIn(release string) string {
	address := k.Address()
	table, ok := k.Table()
	if !ok || len(address.Formerly) == 0 {
		return address.APIName()
	}
	nearest, known := contract.Nearest(release)
	for _, name := range address.APINames() {
		if found, has := table.Field(contract.InResponse, name); known && has && found.In(nearest) {
			return name
		}
	}
	return address.APIName()
}

// Missing says that a release has no such kind of object; empty where it has, or where
// that is not known.
func (k *Kind) Missing(release string) (summary, detail string) {
	table, ok := k.Table()
	if !ok || release == "" || len(table.Releases()) == 0 {
		return "", ""
	}
	first := table.Releases()[0]
	if nearest, ok := contract.Nearest(release); !ok || contract.Compare(nearest, first) >= 0 {
		return "", ""
	}
	return fmt.Sprintf("authentik %s has no %s", release, k.Plurals()),
		fmt.Sprintf("authentik has %s since %s.", k.Plurals(), Branch(first))
}

// Availability says which releases accept the field, for a sentence.
func (k *Kind) Availability(field *Field) string {
	table, ok := k.Table()
	if !ok {
		return ""
	}
	accepted := table.Releases()
	accepted = slices.DeleteFunc(slices.Clone(accepted), func(release string) bool {
		return !slices.ContainsFunc(field.APINames(), func(name string) bool {
			found, _ := table.Field(contract.InRequest, name)
			return found.In(release)
		})
	})
	if len(accepted) == 0 {
		return "in no release"
	}
	all := table.Releases()
	first, last := accepted[0], accepted[len(accepted)-1]
	switch {
	case last == all[len(all)-1]:
		return "since authentik " + Branch(first)
	case first == all[0]:
		return "up to authentik " + Branch(last)
	case Branch(first) == Branch(last):
		return "in authentik " + Branch(first) + " only"
	}
	return "from authentik " + Branch(first) + " to " + Branch(last)
}

// HasFilter says whether the server can filter by the field, in the newest release at
// least. An older one that cannot ignores the parameter.
func (k *Kind) HasFilter(field *Field) bool {
	return field.FilterName() == "search" || k.filters(field.FilterName(), contract.Newest())
}

// WasNumber says whether the field is an integer in some release.
func (k *Kind) WasNumber(field *Field) bool {
	table, ok := k.Table()
	if !ok {
		return false
	}
	found, _ := table.Field(contract.InRequest, field.APIName())
	return slices.ContainsFunc(found.Definitions, func(dated contract.Dated) bool { return dated.Type == "integer" })
}

// AcceptsEmpty says whether the newest release accepts "" for the field.
func (k *Kind) AcceptsEmpty(field *Field) bool { return k.verdict(field).acceptsEmpty }

func (k *Kind) acceptsEmpty(field *Field) bool {
	_, definition, ok := k.Accepted(field, contract.Newest())
	isChoice := definition.Enum != nil && !slices.Contains(definition.Enum, "")
	return !field.Required && (!ok || definition.MinLength == 0 && !isChoice)
}

// Branch is the year and month of a release.
func Branch(release string) string {
	if parts := strings.SplitN(release, ".", 3); len(parts) == 3 {
		return parts[0] + "." + parts[1]
	}
	return release
}

// HasNewValues says whether some release that has the field does not know all elements.
func (k *Kind) HasNewValues(field *Field, elements []string) bool {
	table, ok := k.Table()
	return ok && len(elements) > 0 && slices.ContainsFunc(table.Releases(), func(release string) bool {
		return len(k.KnownValues(field, elements, release)) < len(elements)
	})
}

// KnownValues are the elements that a release knows; all where it has no enum.
func (k *Kind) KnownValues(field *Field, elements []string, release string) []string {
	definition, _ := k.Request(release).Get(field.APIName() + "[]")
	if definition.Enum == nil {
		return elements
	}
	return slices.DeleteFunc(slices.Clone(elements), func(element string) bool { return !slices.Contains(definition.Enum, element) })
}

// Upgraded is an answer in the newest release's form. It is changed in place.
func (k *Kind) Upgraded(answer map[string]json.RawMessage) map[string]json.RawMessage {
	if k.Upgrade != nil && answer != nil {
		k.Upgrade(answer)
	}
	return answer
}
