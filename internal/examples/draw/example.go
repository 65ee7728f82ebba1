package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// ID is the primary key in the examples of a kind, derived from the type's name, so that it
// never changes.
func ID(k *kind.Kind) string {
	sum := sha256.Sum256([]byte(k.Type))
	if k.Key().Type == kind.Int {
		return strconv.Itoa(1 + int(sum[0]))
	}
	sum[6], sum[8] = sum[6]&0x0f|0x40, sum[8]&0x3f|0x80 // version and variant of a random UUID
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// example is a kind with what its own example says.
type example struct {
	*kind.Kind
	examples.Block

	blocks []examples.Block
	// Ways are the ways to import it, the best first and the ID last.
	Ways []way
	// Parent is the object that it is a part of, as a stage binding is of a flow; nil for
	// none.
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
	e.Ways = append(e.Ways, way{e.IDWord(), ID(e.Kind)})
	if first := e.first(); len(first) > 1 {
		if parent, ok := e.Refers(first[0], e.blocks); ok && parent.Kind == "data" {
			e.Parent = &parent
		}
	}
	return nil
}

// way imports by the values of a look-up; false where the example does not say them.
func (e *example) way(lookup kind.Lookup) (way, bool) {
	var names, parts []string
	for _, name := range lookup.All() {
		value, ok := e.Literal(name)
		if block, refers := e.Refers(name, e.blocks); refers {
			value, ok = block.Literal(e.Field(name).Refers.Filter)
		}
		if !ok && name != lookup.Narrower {
			return way{}, false
		}
		if ok {
			names, parts = append(names, name), append(parts, name+"="+value)
		}
	}
	id := strings.Join(parts, ",")
	if names[0] == e.API.Address {
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
func (e *example) Type() string   { return provider.Name + "_" + e.Kind.Type }
func (e *example) Plural() string { return provider.Name + "_" + e.Kind.Plural }

// IDWord is what the primary key is called.
func (e *example) IDWord() string { return schema.IDWord(e.Kind) }

// Last is the index of the last way, which is the ID.
func (e *example) Last() int { return len(e.Ways) - 1 }

// Alternatives is a comment with what else could be the import ID, empty for nothing.
func (e *example) Alternatives() string {
	if e.Last() == 0 {
		return ""
	}
	others := []string{" # or the " + e.IDWord()}
	for _, way := range e.Ways[1:e.Last()] {
		others = append(others, "or "+way.ID)
	}
	return strings.Join(others, ", ")
}

// Identity is the attribute of the resource, and of its identity, with the primary key.
func (e *example) Identity() string { return schema.IdentityAttribute(e.Kind) }

// Named is the attribute that distinguishes the objects, empty for none.
func (e *example) Named() string {
	if first := e.first(); len(first) == 1 {
		return first[0]
	}
	return ""
}

// first are the fields of the first look-up, none where there is no look-up.
func (e *example) first() []string {
	if len(e.Lookups) == 0 {
		return nil
	}
	return e.Lookups[0].Fields
}

// Noun is one word for an object.
func (e *example) Noun() string {
	words := strings.Fields(e.Title)
	return words[len(words)-1]
}

// Permissions is the comment that names the permissions for reading such objects and,
// where there is one, the other.
func (e *example) Permissions(other *examples.Block) string {
	text := "# The token's user needs the permission"
	if other == nil {
		return text + "\n# " + e.Permission("view") + "."
	}
	return text + "s\n# " + e.Permission("view") + " and\n# " + find(other.Type).Permission("view") + "."
}

// filter narrows a list.
type filter struct {
	// Words complete "Those ...", Argument is the line that does it.
	Words, Label, Argument string
}

// Filter is one that finds the example, nil for none: by its parent where a reference is
// possible, by what its own example says otherwise. A value that many objects share comes
// before one that a single object has. A list may go by what only says which object the
// resource takes over.
func (e *example) Filter(references bool) *filter {
	if e.Parent != nil && references {
		name := e.Lookups[0].Fields[0]
		refers := e.Field(name).Refers.Title
		return &filter{"of one " + refers, "of_one_" + strings.ToLower(strings.ReplaceAll(refers, " ", "_")), name + " = " + e.Parent.Address() + "." + schema.IdentityAttribute(find(e.Parent.Type))}
	}
	if shared := e.exactly(func(field *kind.Field) bool {
		return !field.Local && (len(field.Values) > 0 || field.Type == kind.Bool || field.Type == kind.Int)
	}); shared != nil {
		return shared
	}
	if name, _ := e.Literal("name"); name != "" && !e.Unsearchable {
		words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == ' ' || r == '_' })
		longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
		return &filter{"whose name contains a string", "some", fmt.Sprintf("search = %q", longest)}
	}
	return e.exactly(func(field *kind.Field) bool { return !references || !field.Local })
}

// exactly is the filter by the first fitting field whose value the example says, nil for
// none.
func (e *example) exactly(fits func(*kind.Field) bool) *filter {
	for _, name := range e.Filters {
		field := e.Field(name)
		value, ok := e.Literal(name)
		if !ok || !fits(field) {
			continue
		}
		if field.Type != kind.Bool && field.Type != kind.Int {
			value = fmt.Sprintf("%q", value)
		}
		return &filter{"with " + name + " = " + value, "some", name + " = " + value}
	}
	return nil
}

// find is the kind of that type, a zero one where there is none.
func find(name string) *kind.Kind {
	for _, described := range provider.Kinds() {
		if described.Type == name {
			return described
		}
	}
	return &kind.Kind{}
}
