package kind

// Type is the type of a field's value.
type Type int

// The types. The comment names Terraform's type.
const (
	// FromContract takes the type that the contract table has.
	FromContract Type = iota
	// String is a string.
	String
	// UUID is a string that identifies an object, in lower case with hyphens.
	UUID
	// Duration is a string such as `hours=1;minutes=30`. A server that wants a number
	// gets and sends minutes.
	Duration
	// Time is a string with a point in time in the form of RFC 3339.
	Time
	// JSON is a string with JSON of any shape, compared by meaning.
	JSON
	// Bool is a bool.
	Bool
	// Int is a number: an integer of 64 bits.
	Int
	// Float is a number.
	Float
	// List is a list of [Field.Of] whose order matters.
	List
	// Set is a list of [Field.Of] whose order and duplicates do not matter. It is a list
	// to Terraform, as in goauthentik/authentik, so that `x.groups[0]` works, and is
	// compared as a set.
	Set
	// Object is one nested object with the fields [Field.Fields].
	Object
	// Objects is a list of nested objects with the fields [Field.Fields].
	Objects
)

// IsCollection says whether the value is a list of scalars.
func (f *Field) IsCollection() bool { return f.Type == List || f.Type == Set }

// IsString says whether Terraform has a string for it.
func (f *Field) IsString() bool {
	switch f.Type {
	case String, UUID, Duration, Time, JSON, FromContract:
		return true
	case Bool, Int, Float, List, Set, Object, Objects:
	}
	return false
}
