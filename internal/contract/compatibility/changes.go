package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// many is how many kinds have to share a change so that it is written once for all of them.
const many = 4

// change is what differs in a release from the one before.
type change struct{ release, what string }

// changeTables writes the changes of all objects: first those that many kinds share, then a row for
// each kind and release.
func changeTables(objects []*kind.Kind) string {
	kinds := make(map[change][]string)
	for _, described := range objects {
		for _, one := range changesOf(described) {
			kinds[one] = append(kinds[one], described.Type)
		}
	}
	shared := make(map[string]map[string][]string) // what differs, by the kinds and the release
	own := make(map[string]map[string][]string)
	for one, types := range kinds {
		if len(types) >= many {
			note(shared, strings.Join(types, " "), one)
			continue
		}
		for _, kind := range types {
			note(own, kind, one)
		}
	}
	var text strings.Builder
	if len(shared) > 0 {
		text.WriteString("### Many objects\n\n| authentik | what differs | objects |\n|---|---|---|\n")
		byRelease := rows(shared)
		slices.SortStableFunc(byRelease, func(a, b row) int { return contract.Compare(a.release, b.release) })
		for _, row := range byRelease {
			fmt.Fprintf(&text, "| %s | %s | %s |\n", row.release, row.what, summary(strings.Fields(row.kinds)))
		}
		text.WriteString("\n")
	}
	text.WriteString("### Single objects\n\n| object | authentik | what differs |\n|---|---|---|\n")
	for _, row := range rows(own) {
		fmt.Fprintf(&text, "| %s | %s | %s |\n", code(provider.Name+"_"+row.kinds), row.release, row.what)
	}
	text.WriteString("\n")
	return text.String()
}

// summary names the kinds, or how many there are of each family when there are too many to name.
func summary(kinds []string) string {
	var names []string
	if len(kinds) <= 2*many {
		for _, kind := range kinds {
			names = append(names, code(provider.Name+"_"+kind))
		}
		return strings.Join(names, ", ")
	}
	families := make(map[string]int)
	for _, kind := range kinds {
		family, _, _ := strings.Cut(kind, "_")
		families[family]++
	}
	for _, family := range slices.Sorted(maps.Keys(families)) {
		names = append(names, fmt.Sprintf("%d of `%s_%s…`", families[family], provider.Name, family))
	}
	return strings.Join(names, ", ")
}

// note records a change under the kinds that have it.
func note(by map[string]map[string][]string, kinds string, one change) {
	if by[kinds] == nil {
		by[kinds] = make(map[string][]string)
	}
	by[kinds][one.release] = append(by[kinds][one.release], one.what)
}

// row is what differs for some kinds in one release.
type row struct{ kinds, release, what string }

// rows sorts the changes by kinds and release.
func rows(by map[string]map[string][]string) []row {
	var sorted []row
	for kinds, releases := range by {
		for release, changes := range releases {
			slices.Sort(changes)
			sorted = append(sorted, row{kinds, release, strings.Join(changes, "; ")})
		}
	}
	slices.SortFunc(sorted, func(a, b row) int {
		return cmp.Or(strings.Compare(a.kinds, b.kinds), contract.Compare(a.release, b.release))
	})
	return sorted
}

// changesOf lists what the answers of each release have or lack against the one before, by attribute.
func changesOf(described *kind.Kind) []change {
	table, ok := contract.Object(described.API.Path)
	if !ok {
		return nil
	}
	fields := make(map[string][]contract.Field) // an attribute may have another name in the API of older releases
	for _, field := range table.Response() {
		if name := attributeName(described.All(), field.Name); name != "" {
			if strings.HasSuffix(field.Name, item) {
				name += item
			}
			fields[name] = append(fields[name], field)
		}
	}
	var found []change
	before := ""
	for _, release := range table.Releases() {
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			if before == "" {
				break
			}
			outer := fields[outerOf(name)]
			_, had := at(outer, before)
			_, has := at(outer, release)
			if had != has {
				continue // the object that it is in came or went
			}
			if what := differs(code(strings.TrimSuffix(name, item)), fields[name], before, release); what != "" {
				found = append(found, change{release, what})
			}
		}
		before = release
	}
	return found
}

// item ends the name of what a list has in it.
const item = "[]"

// outerOf is the name of what an attribute is in: of a list or an object, "" for the outermost.
func outerOf(name string) string {
	if list, ok := strings.CutSuffix(name, item); ok {
		return list
	}
	return name[:max(0, strings.LastIndex(name, "."))]
}

// at gives the definition of an attribute in a release.
func at(fields []contract.Field, release string) (contract.Definition, bool) {
	for _, field := range fields {
		if definition, ok := field.At(release); ok {
			return definition, true
		}
	}
	return contract.Definition{}, false
}

// differs says what differs for the attribute of that name between two releases, "" for nothing.
func differs(name string, fields []contract.Field, before, release string) string {
	older, had := at(fields, before)
	newer, has := at(fields, release)
	switch {
	case !had && !has:
		return ""
	case !had:
		return name + " is returned"
	case !has:
		return name + " is no longer returned, so null"
	case older.Type != newer.Type:
		return fmt.Sprintf("%s is sent as %s instead of %s", name, newer.Type, older.Type)
	case older.Nullable && !newer.Nullable:
		return name + " is empty instead of null where it is not set"
	case !older.Nullable && newer.Nullable:
		return name + " is null instead of empty where it is not set"
	}
	var added []string
	for _, value := range newer.Enum {
		if !slices.Contains(older.Enum, value) {
			added = append(added, code(value))
		}
	}
	switch {
	case len(added) == 0 || older.Enum == nil:
		return ""
	case len(added) > many:
		return fmt.Sprintf("%s may be one of %d more values", name, len(added))
	default:
		return name + " may be " + strings.Join(added, " or ")
	}
}

// attributeName is the attribute that has a field of the API, `flow_set.slug` for one of a
// nested object; that of a list for its elements; empty for what is excluded.
func attributeName(fields []kind.Field, field string) string {
	field = strings.ReplaceAll(field, "[]", "")
	outer, inner, nested := strings.Cut(field, ".")
	for i := range fields {
		if !slices.Contains(fields[i].APINames(), outer) {
			continue
		}
		if !nested {
			return fields[i].Name
		}
		if name := attributeName(fields[i].Fields, inner); name != "" {
			return fields[i].Name + "." + name
		}
	}
	return ""
}
