package object

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// lookup is what was asked for: attributes and their values, ids in their canonical
// spelling. It has one term at least.
type lookup []term

type term struct {
	attribute, value string
}

// byID is the look-up of the object that has the id.
func byID(id string) lookup { return lookup{{idAttribute, id}} }

// isByID says whether the id is given, so that nothing has to be searched.
func (l lookup) isByID() bool { return l[0].attribute == idAttribute }

// isDirect says whether the look-up gives what stands in the object's URL.
func (o *Object) isDirect(asked lookup) bool {
	return asked.isByID() || len(asked) == 1 && asked[0].attribute == o.Slug
}

// id is the value of a look-up that is direct.
func (l lookup) id() string { return l[0].value }

func (l lookup) path() path.Path { return path.Root(l[0].attribute) }

// importID is what `terraform import` takes for it.
func (l lookup) importID() string {
	if l.isByID() {
		return l.id()
	}
	var parts []string
	for _, term := range l {
		parts = append(parts, term.attribute+"="+term.value)
	}
	return strings.Join(parts, ",")
}

// String says it in a sentence.
func (l lookup) String() string {
	var parts []string
	for _, term := range l {
		parts = append(parts, fmt.Sprintf("%s %q", term.attribute, term.value))
	}
	return strings.Join(parts, " and the ")
}

// query are the list's parameters that find it.
func (l lookup) query(o *Object) url.Values {
	query := url.Values{}
	for _, term := range l {
		if attribute := o.attribute(term.attribute); o.isFilter(attribute) {
			query.Set(attribute.filter(), term.value)
		}
	}
	return query
}

// mismatch names the first attribute in which an object is another one than was
// looked for, empty for none.
func (l lookup) mismatch(o *Object, decoded values) string {
	for _, term := range l {
		if attribute := o.attribute(term.attribute); !attribute.Means(plain(decoded[term.attribute]), term.value) {
			return term.attribute
		}
	}
	return ""
}

// isFilter says whether the server can filter by the attribute, in the newest
// release at least. Where an older one cannot, it ignores the parameter.
func (o *Object) isFilter(attribute *Attribute) bool {
	table, ok := contract.Object(o.Path)
	if !ok {
		return true
	}
	view, _ := table.In(contract.Newest())
	return view.Filters.Has(attribute.filter())
}

// lookupOf is the look-up by the first way with the values, of an object that has no
// id as yet.
func (o *Object) lookupOf(plan values) lookup {
	if len(o.Lookups) == 0 {
		return byID("")
	}
	return o.Lookups[0].of(o, plan)
}

// of is the look-up with the attributes' values; those that are not set are left out.
func (l Lookup) of(o *Object, given values) lookup {
	var asked lookup
	for _, name := range l.all() {
		value := given[name]
		if !isSet(value) || !value.IsKnown() {
			continue
		}
		asked = append(asked, term{name, o.attribute(name).canonicalText(plain(value))})
	}
	return asked
}

// canonicalText is the one spelling of a value.
func (a *Attribute) canonicalText(value string) string {
	if canonical, ok := canonicalUUID(value); ok && a.Kind == UUID {
		return canonical
	}
	return value
}

// given is the look-up whose attributes are all set; false for none.
func (o *Object) given(config values) (lookup, bool) {
	if id := config[idAttribute]; isSet(id) {
		asked := text(id)
		if canonical, ok := canonicalUUID(asked); ok && o.Slug == "" {
			asked = canonical
		}
		return byID(asked), true
	}
	for _, way := range o.Lookups {
		if !slices.ContainsFunc(way.Attributes, func(name string) bool { return !isSet(config[name]) }) {
			return way.of(o, config), true
		}
	}
	return nil, false
}

// plain is a value as text: of a text itself, of a number its digits.
func plain(value tftypes.Value) string {
	switch {
	case !isSet(value) || !value.IsKnown():
		return ""
	case value.Type().Is(tftypes.Number):
		return number(value).Text('f', 0)
	case value.Type().Is(tftypes.Bool):
		var flag bool
		_ = value.As(&flag) // the line above has made sure of the type
		return strconv.FormatBool(flag)
	}
	return text(value)
}

// text reads a string value; null is "".
func text(value tftypes.Value) string {
	var text *string
	if value.Type() == nil || value.IsNull() || value.As(&text) != nil {
		return ""
	}
	return *text
}
