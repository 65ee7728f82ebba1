package contract

import "slices"

// Location says where a field stands.
type Location string

// The locations of a field.
const (
	// InResponse is a key of the object in an answer (retrieve, list, and after a write).
	InResponse Location = "response"
	// InRequest is a key of the body of POST and PUT. PATCH takes the same keys, none required.
	InRequest Location = "request"
	// InFilter is a parameter of the list that selects objects. Parameters that every list has
	// (ordering, page, page_size, search) are not part of the table.
	InFilter Location = "filter"
	// InRetrieve is a query parameter of a single object, such as include_users of a group.
	InRetrieve Location = "parameter"
)

// locations in the order in which the table shows them.
var locations = []Location{InResponse, InRequest, InFilter, InRetrieve}

// Definition is what one or more releases say about a field.
type Definition struct {
	// Name is the JSON key. Nested keys are joined with dots, items of an array are marked with
	// brackets: flow_set is an array, flow_set[] its item, flow_set[].slug a key of that item.
	Name string
	// Type is the JSON type: string, boolean, integer, number, array or object; "any" when the
	// document does not say.
	Type string
	// Format narrows a string (uuid, uri, date-time, email, ...) or number (double, ...); may be empty.
	Format string
	// Required means: always present in an answer, or needed in POST and PUT.
	Required bool
	// Nullable means that null is a legal value.
	Nullable bool
	// ReadOnly and WriteOnly repeat the document's readOnly and writeOnly.
	ReadOnly, WriteOnly bool
	// MinLength is the least number of characters of a string; 1 means that "" is refused.
	MinLength uint64
	// MaxLength is the greatest number of characters of a string in a request; 0 means any.
	MaxLength uint64
	// Minimum and Maximum are the limits of a number in a request; nil means that there is none.
	Minimum, Maximum *int64
	// Pattern is the regular expression that a string in a request has to match; "" for none.
	Pattern string
	// Default is the document's default as JSON, such as `false` or `"single"`; "" when the document has
	// none. The server often has one all the same.
	Default string
	// Enum holds the values that the release knows, sorted; nil when any value is legal. "" in it means that a blank is legal.
	Enum []string
}

// equal tells whether two definitions say the same.
func (d Definition) equal(other Definition) bool {
	return d.Name == other.Name && d.Type == other.Type && d.Format == other.Format &&
		d.Required == other.Required && d.Nullable == other.Nullable && d.ReadOnly == other.ReadOnly && d.WriteOnly == other.WriteOnly &&
		d.MinLength == other.MinLength && d.MaxLength == other.MaxLength &&
		d.Pattern == other.Pattern && d.Default == other.Default &&
		sameLimit(d.Minimum, other.Minimum) && sameLimit(d.Maximum, other.Maximum) &&
		(d.Enum == nil) == (other.Enum == nil) && slices.Equal(d.Enum, other.Enum)
}

func sameLimit(one, other *int64) bool {
	return one == other || one != nil && other != nil && *one == *other
}

// Definitions are the fields of one location in one release, sorted by name.
type Definitions []Definition

// Get gives the field of that name, false when the release does not have it.
func (d Definitions) Get(name string) (Definition, bool) {
	for _, definition := range d {
		if definition.Name == name {
			return definition, true
		}
	}
	return Definition{}, false
}

// Has tells whether the release has the field.
func (d Definitions) Has(name string) bool {
	_, ok := d.Get(name)
	return ok
}

// Dated is a definition together with the releases in which it holds.
type Dated struct {
	Definition
	// Releases lists, ascending, every release of the table with exactly this definition.
	Releases []string

	in set // the same
}

// Field is a field over all releases of the table.
type Field struct {
	// Location and Name identify the field within its object.
	Location Location
	Name     string
	// Definitions holds the different definitions, in the order of their first release.
	Definitions []Dated

	in       set      // the releases that have the field
	releases []string // the same
}

// In tells whether the release, which must be one of the table, has the field.
func (f Field) In(release string) bool { return slices.Contains(f.releases, release) }

// At gives the definition that holds in a release of the table, false when the release lacks
// the field or is not in the table.
func (f Field) At(release string) (Definition, bool) {
	for _, dated := range f.Definitions {
		if slices.Contains(dated.Releases, release) {
			return dated.Definition, true
		}
	}
	return Definition{}, false
}

// Required tells whether a release of the table requires the field: always there in an answer, or
// needed in POST and PUT. It is false when the release lacks the field.
func (f Field) Required(release string) bool {
	definition, _ := f.At(release)
	return definition.Required
}

// Enum lists the values that any release knows, sorted; nil when no release restricts them. For
// one release, see [Field.At].
func (f Field) Enum() []string {
	var values []string
	for _, dated := range f.Definitions {
		values = append(values, dated.Enum...)
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// Releases lists the releases that have the field, whatever its definition, ascending. Callers must
// not change them.
func (f Field) Releases() []string { return f.releases }

// First is the first release that has the field; "" for a field without releases.
func (f Field) First() string { return first(f.releases) }

// Last is the last release that has the field; "" for a field without releases. There may be
// releases without it in between.
func (f Field) Last() string { return last(f.releases) }
