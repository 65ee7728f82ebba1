// Package lookup is what an operation asks for: an object's ID, or the fields by which
// one is found.
package lookup

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ID is the name of the attribute with the ID.
const ID = "id"

// Terms are the attributes that an object is asked for by, and their values in canonical
// spelling. There is at least one.
type Terms []Term

// Term is one attribute and its value.
type Term struct {
	Attribute, Value string
}

// ByID asks for the object with the ID.
func ByID(id string) Terms { return Terms{{ID, id}} }

// Whole stands for a whole collection in messages.
func Whole(k *kind.Kind) Terms { return Terms{{"type", k.Type}} }

// Of are the terms of a look-up with the values of an object; fields that are not set are
// left out.
func Of(k *kind.Kind, way kind.Lookup, given value.Object) Terms {
	var terms Terms
	for _, name := range way.All() {
		if set := given[name]; value.IsSet(set) && set.IsKnown() {
			terms = append(terms, Term{name, value.Canonical(k.Field(name), value.Plain(set))})
		}
	}
	return terms
}

// First are the terms of the kind's first look-up; the ID where the kind has none.
func First(k *kind.Kind, given value.Object) Terms {
	if len(k.Lookups) == 0 {
		return ByID(value.String(given[ID]))
	}
	if terms := Of(k, k.Lookups[0], given); len(terms) > 0 {
		return terms
	}
	return ByID(value.String(given[ID]))
}

// IsByID says whether the ID is given.
func (t Terms) IsByID() bool { return t[0].Attribute == ID }

// Value is the value of the first term.
func (t Terms) Value() string { return t[0].Value }

// IsAddress says whether the terms are what stands in the object's URL.
func (t Terms) IsAddress(k *kind.Kind) bool {
	if !k.IsAddressedByName() {
		return t.IsByID()
	}
	return len(t) == 1 && t[0].Attribute == k.Address().Name
}

// Path is the attribute that messages are attached to.
func (t Terms) Path() path.Path { return path.Root(t[0].Attribute) }

// ImportID is what `terraform import` takes for the terms.
func (t Terms) ImportID() string {
	if t.IsByID() {
		return t.Value()
	}
	var parts []string
	for _, term := range t {
		parts = append(parts, term.Attribute+"="+term.Value)
	}
	return strings.Join(parts, ",")
}

// String is the terms in a sentence: name "x" and the order "3".
func (t Terms) String() string {
	var parts []string
	for _, term := range t {
		name := term.Attribute
		if name == ID {
			name = "ID"
		}
		parts = append(parts, fmt.Sprintf("%s %q", name, term.Value))
	}
	return strings.Join(parts, " and the ")
}

// Query are the list parameters that find the object.
func (t Terms) Query(k *kind.Kind) url.Values {
	query := url.Values{}
	for _, term := range t {
		if field := t.field(k, term); field != nil && k.HasFilter(field) {
			query.Set(field.FilterName(), term.Value)
		}
	}
	return query
}

// field is the field that a term is about.
func (Terms) field(k *kind.Kind, term Term) *kind.Field {
	if term.Attribute == ID {
		return k.Key()
	}
	return k.Field(term.Attribute)
}

// Mismatch names the first attribute in which an object differs from what was asked for,
// "" for none.
func (t Terms) Mismatch(k *kind.Kind, decoded value.Object) string {
	for _, term := range t {
		field := t.field(k, term)
		if field == nil || !value.SameString(&kind.Field{Type: field.Type}, value.Plain(decoded[field.Name]), term.Value) {
			return term.Attribute
		}
	}
	return ""
}

// Unanswered is the first field that an answer lacks and not every release has, nil for
// none. A server whose release lacks it finds nothing by it.
func (t Terms) Unanswered(k *kind.Kind, fields value.Fields) *kind.Field {
	table, ok := k.Table()
	if !ok {
		return nil
	}
	for _, term := range t {
		field := t.field(k, term)
		if field == nil || value.IsAnswered(field, fields) {
			continue
		}
		if has := slices.ContainsFunc(field.APINames(), func(name string) bool {
			found, _ := table.Field(contract.InResponse, name)
			return len(found.Releases()) == len(table.Releases())
		}); !has {
			return field
		}
	}
	return nil
}
