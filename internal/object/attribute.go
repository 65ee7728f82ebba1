package object

import "github.com/hashicorp/terraform-plugin-go/tftypes"

// Kind is what sort of value an attribute holds.
type Kind int

// The kinds of value. What the server sends is converted where that loses
// nothing: a number to text as it was written, text that is a number to a number.
const (
	// Text is a string.
	Text Kind = iota
	// UUID is a string that identifies an object, in lower case with hyphens.
	UUID
	// Duration is a string such as `hours=1;minutes=30`. A server that wants a number
	// takes and sends minutes.
	Duration
	// Time is a string with a point in time, as RFC 3339 has it.
	Time
	// JSON is a string with JSON of any shape.
	JSON
	// Bool is true or false.
	Bool
	// Int is a whole number of 64 bits.
	Int
	// Float is a number.
	Float
	// List is a list of the kind [Attribute.Of], whose order means something.
	List
	// Set is a set of the kind [Attribute.Of].
	Set
	// Nested is one nested object, described by [Attribute.Attributes].
	Nested
	// Objects is a list of nested objects, described by [Attribute.Attributes].
	Objects
)

// Attribute describes one field of the API.
type Attribute struct {
	// Name is Terraform's name, the same as the API's wherever Terraform allows.
	Name string
	// Key is the API's name where it is not Name.
	Key string
	// Filter is the name of the list's parameter that selects by the attribute where
	// it is not the API's name.
	Filter string
	// Kind is the sort of value.
	Kind Kind
	// Of is the kind of each element of a [List] or [Set]: [Text] or [UUID].
	Of Kind
	// Description is the meaning with unit, in Markdown sentences. The core adds
	// the allowed values, the default and the releases that have the field.
	Description string
	// Values are the values known today, of a list's or set's elements. They are
	// documentation: a server may send others.
	Values []string
	// ReadOnly is a field that the server alone sets.
	ReadOnly bool
	// Stable is a [Attribute.ReadOnly] that never changes and that the resource shows.
	Stable bool
	// Required is a field without which the API creates no object.
	Required bool
	// Nullable is a field that the API returns as null where it is not set, in
	// one release at least.
	Nullable bool
	// Default is what the server fills in, nil where it does not: a string, a bool,
	// an int, a float64 or a []string. For a required field it is what the resource
	// fills in.
	Default any
	// Computed is a field that the server makes a value up for. One that is
	// [Attribute.Nullable] too is cleared where the release takes null for it.
	Computed bool
	// EmptyIsNull is a [Text] of which null and "" are one, because releases differ
	// in which of the two they send and take for nothing.
	EmptyIsNull bool
	// Trimmed is a [Text] of several lines: blanks at its ends, which the server
	// takes off, make no difference.
	Trimmed bool
	// Beside is a field of the API without which this one means something else, that
	// cannot be written. It is for names that a later release used anew.
	Beside string
	// Min and Max bound an [Int]; no bound above where Max is 0.
	Min, Max int
	// Cascades is a reference with which the server deletes the object: Terraform has
	// to delete it first, so that another value replaces it.
	Cascades bool
	// Secret is a field that must not be shown.
	Secret bool
	// Attributes are the fields of a [Nested] and of each object of an [Objects].
	Attributes []Attribute
	// Order are the inner attributes by which an [Objects] is sorted, where the
	// server's order means nothing and changes; equal objects are then one.
	Order []string
	// Clean takes from a [Text] what changes without the object having changed.
	Clean func(string) string
	// Refers is where the objects are whose UUIDs the attribute holds, for an import
	// by their names; the zero value for nowhere.
	Refers Reference
}

// Reference says how objects of another kind are found by name.
type Reference struct {
	// Path is the collection's path, Filter the parameter of its list, and the field
	// of its objects, that has the name.
	Path, Filter string
	// Title is what one of the objects is called in sentences.
	Title string
}

// APIName is the API's name of the field.
func (a *Attribute) APIName() string {
	if a.Key != "" {
		return a.Key
	}
	return a.Name
}

// filter is the parameter of the list that selects by the attribute.
func (a *Attribute) filter() string {
	if a.Filter != "" {
		return a.Filter
	}
	return a.APIName()
}

// inResource says whether the resource has the attribute.
func (a *Attribute) inResource() bool { return !a.ReadOnly || a.Stable }

// terraformType is the type of the attribute's values.
func (a *Attribute) terraformType() tftypes.Type {
	switch a.Kind {
	case Bool:
		return tftypes.Bool
	case Int, Float:
		return tftypes.Number
	case List:
		return tftypes.List{ElementType: tftypes.String}
	case Set:
		return tftypes.Set{ElementType: tftypes.String}
	case Nested:
		return objectType(a.Attributes)
	case Objects:
		return tftypes.List{ElementType: objectType(a.Attributes)}
	case Text, UUID, Duration, Time, JSON:
	}
	return tftypes.String
}

func objectType(attributes []Attribute) tftypes.Object {
	types := make(map[string]tftypes.Type, len(attributes))
	for i := range attributes {
		types[attributes[i].Name] = attributes[i].terraformType()
	}
	return tftypes.Object{AttributeTypes: types}
}
