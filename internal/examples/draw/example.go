package main

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// UUID is the id of the example of a kind, made from the kind's name, so that it stays.
func UUID(kind string) string {
	sum := sha256.Sum256([]byte(kind))
	sum[6], sum[8] = sum[6]&0x0f|0x40, sum[8]&0x3f|0x80 // as one of random numbers has them
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// example is a kind of object with what its own example says.
type example struct {
	*kind.Kind
	examples.Block

	blocks []examples.Block
	// Ways are the ways in which it is imported, the best first.
	Ways []way
	// Parent is the object without which it is nothing, as a flow is to a binding of
	// stages to it; nil for none.
	Parent *examples.Block
}

// way is a way of importing.
type way struct {
	// How completes "By ...", ID is the import id.
	How, ID string
}

// Quoted is the id as a shell takes it.
func (w way) Quoted() string {
	if strings.Contains(w.ID, "=") {
		return `"` + w.ID + `"`
	}
	return w.ID
}

// complete finds the ways of importing.
func (e *example) complete() error {
	for _, lookup := range e.Lookups {
		found, ok := e.way(lookup)
		if ok && strings.ContainsAny(found.ID, "\"$`\\%") {
			return fmt.Errorf("%q does not stand in quotes as it is", found.ID)
		}
		if ok {
			e.Ways = append(e.Ways, found)
		}
	}
	if len(e.Ways) == 0 {
		return errors.New("the first resource has nothing by which it could be imported")
	}
	e.Ways = append(e.Ways, way{"UUID", UUID(e.Object.Type)})
	if first := e.Lookups[0].Attributes; len(first) > 1 {
		if parent, ok := e.Refers(first[0], e.blocks); ok && parent.Kind == "data" {
			e.Parent = &parent
		}
	}
	return nil
}

// way imports by the values of a look-up; false where the example does not say them.
func (e *example) way(lookup kind.Lookup) (way, bool) {
	var names, parts []string
	for _, name := range append(slices.Clone(lookup.Attributes), lookup.Narrower) {
		value, ok := e.Literal(name)
		if block, refers := e.Refers(name, e.blocks); refers {
			value, ok = block.Literal(e.attribute(name).Refers.Filter)
		}
		if !ok && name != lookup.Narrower {
			return way{}, false
		}
		if ok {
			names, parts = append(names, name), append(parts, name+"="+value)
		}
	}
	id := strings.Join(parts, ",")
	if names[0] == e.Slug {
		id = strings.TrimPrefix(id, names[0]+"=")
	}
	return way{enumerate(names), id}, true
}

// enumerate makes "a, b and c".
func enumerate(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// Address is what the resource is called.
func (e *example) Address() string { return e.Block.Address() }

// Type is the full name of the resource's type, Plural that of the plural data source.
func (e *example) Type() string   { return provider.Name + "_" + e.Object.Type }
func (e *example) Plural() string { return provider.Name + "_" + e.Object.Plural }

// Last is the place of the last way, which is the UUID.
func (e *example) Last() int { return len(e.Ways) - 1 }

// Alternatives are what else could be the import id.
func (e *example) Alternatives() string {
	others := []string{"or the UUID"}
	for _, way := range e.Ways[1:e.Last()] {
		others = append(others, "or "+way.ID)
	}
	return strings.Join(others, ", ")
}

// attribute is the attribute of that name, a zero one where there is none.
func (e *example) attribute(name string) kind.Field {
	for _, attribute := range e.Attributes {
		if attribute.Name == name {
			return attribute
		}
	}
	return kind.Field{}
}

// Identity is the attribute with the UUID.
func (e *example) Identity() string {
	for _, attribute := range e.Attributes {
		if e.Slug != "" && attribute.APIName() == cmp.Or(e.Key, "pk") {
			return attribute.Name
		}
	}
	return "id"
}

// Named is the attribute that tells one object from another, empty for none.
func (e *example) Named() string {
	if first := e.Lookups[0].Attributes; len(first) == 1 {
		return first[0]
	}
	return ""
}

// Noun is one word for an object.
func (e *example) Noun() string {
	words := strings.Fields(e.Title)
	return words[len(words)-1]
}

// Secrets says whether a data source would show one.
func (e *example) Secrets() bool {
	table, _ := contract.Object(e.Path)
	return slices.ContainsFunc(e.Attributes, func(attribute kind.Field) bool {
		_, answered := table.Field(contract.InResponse, attribute.APIName())
		return attribute.Secret && answered
	})
}

// Permissions is the comment that names the permissions for reading such objects and,
// where there is one, the other.
func (e *example) Permissions(other *examples.Block) string {
	text := "# The token's user needs the permission"
	if other == nil {
		return text + "\n# " + e.Permission("view") + "."
	}
	return text + "s\n# " + e.Permission("view") + " and\n# " + kind(other.Type).Permission("view") + "."
}

// filter narrows a list.
type filter struct {
	// Words complete "Those ...", Argument is the line that does it.
	Words, Label, Argument string
}

// Filter is one that finds the example: by its parent where a reference is possible,
// by what its own example says otherwise.
func (e *example) Filter(references bool) filter {
	if e.Parent != nil && references {
		name := e.Lookups[0].Attributes[0]
		refers := e.attribute(name).Refers.Title
		return filter{"of one " + refers, "of_one_" + strings.ReplaceAll(refers, " ", "_"), name + " = " + e.Parent.Address() + "." + (&example{Object: kind(e.Parent.Type)}).Identity()}
	}
	for _, name := range e.Filters {
		attribute := e.attribute(name)
		value, ok := e.Literal(name)
		switch {
		case !ok:
			continue
		case len(attribute.Values) > 0:
			value = fmt.Sprintf("%q", value)
		case attribute.Type != kind.Bool && attribute.Type != kind.Int:
			continue // no value that many share
		}
		return filter{"with " + name + " = " + value, "some", name + " = " + value}
	}
	name, _ := e.Literal("name")
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == ' ' || r == '_' })
	longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	return filter{"whose name holds a text", "some", fmt.Sprintf("search = %q", longest)}
}

// kind is the description of the kind, a zero one where there is none.
func kind(name string) *kind.Kind {
	for _, described := range provider.Kinds() {
		if described.Type == name {
			return described
		}
	}
	return &kind.Kind{}
}
