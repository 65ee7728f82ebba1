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

// Field describes one field of the API. The zero value of an option is what holds for
// most fields.
type Field struct {
	// Name is Terraform's name: the API's, or goauthentik/authentik's where it differs.
	Name string
	// API is the API's name where it is not Name.
	API string
	// Formerly are the API's names in earlier releases, of the same meaning. A field that
	// was a single value and is a set now, or the other way round, is converted.
	Formerly []string
	// Filter is the list parameter that selects by the field where it is not the API's
	// name, such as `name__iexact`.
	Filter string
	// FilterMayFail says that the server refuses some of the field's values as a filter.
	// The list is then read without it.
	FilterMayFail bool
	// Type is the type of the value, Of that of an element of a [List] or [Set].
	Type, Of Type
	// Description is the meaning, with unit, in Markdown sentences. Allowed values, the
	// default and the releases that have the field are appended to it.
	Description string
	// Usage is what only an argument does, in sentences that the data sources leave out.
	Usage string
	// Values are the known values of an enum; the contract has them if this is empty. A
	// server may know others, so an unknown value is a warning.
	Values []string
	// FreeForm ignores the enum of the contract: any value is allowed without a warning.
	FreeForm bool

	// ReadOnly is a field that only the server sets. It is part of the data sources and,
	// if Stable, of the resource.
	ReadOnly bool
	// Stable is a read-only field that never changes, so that a plan knows it.
	Stable bool
	// Exposed is a read-only field that may change and that the resource has because
	// configurations of goauthentik/authentik refer to it.
	Exposed bool
	// Hidden is a field that no data source has, only the resource.
	Hidden bool
	// Local is an argument that no request has: it says what the provider does after a
	// write, or which of several objects an adopting resource takes over. Where answers
	// have a field of the name, the state has its value.
	Local bool

	// Required and Optional override what the contract says about creating an object.
	Required, Optional bool
	// Nullable is a field that may be null in an answer.
	Nullable bool
	// Default is the value of an argument that is not set: string, bool, int, float64,
	// []string or []int. Optional strings and lists have an empty one by themselves.
	Default any
	// Incumbent is goauthentik/authentik's default where it differs from Default, for
	// configurations that come from there; of the same type as Default.
	Incumbent any
	// NotIncumbent is an argument that goauthentik/authentik lacks.
	NotIncumbent bool
	// NoDefault is an optional string or list that is null rather than empty if unset.
	NoDefault bool
	// Computed is an argument whose value the server generates if it is not set.
	Computed bool
	// ClearedIfUnset is a Computed argument that an update sets to null if it is not set,
	// in releases that accept null.
	ClearedIfUnset bool
	// Derived is a Computed argument that the server derives from others with each write
	// unless it is configured: a request has null for it, or lacks it where null is refused.
	Derived bool
	// Assumed is the value of an inner field where a release does not return it. It equals
	// every value that was written.
	Assumed any
	// IfConfigured is an argument that is sent, compared and kept in the state only where
	// the configuration sets it, such as the members of a group. An import reads it.
	IfConfigured bool
	// EmptyIsNull is a string of which releases differ in whether they want null or "" for
	// none.
	EmptyIsNull bool
	// Always is an argument that every request has, also an EmptyIsNull that is empty and a
	// Secret that has not changed, because the server looks for it in the body.
	Always bool
	// Multiline is a string of which whitespace at both ends does not matter.
	Multiline bool
	// Superset is a [Set] that the server adds elements to, or a [JSON] object of which the
	// configuration need not have all keys: only what is written is compared. Keys that are
	// not written keep the values that the server has.
	Superset bool
	// Added are the `managed` of the objects that the server itself adds to a [Superset] of
	// references. Any other element that is not written any more is removed.
	Added []string
	// Initial is the path, relative to the collection, of the values that a new object starts
	// from, under the field's name: what is written of a [JSON] [Superset] is laid over them.
	// Empty for none.
	Initial string

	// Beside is a field of the answer without which this field means something else and
	// cannot be written: a name that a later release used anew.
	Beside string
	// Via is the request that sets the field in releases whose request body lacks it. A
	// secret that is set so cannot be removed: not configured, it stays as it is.
	Via Action
	// Fetch is the request by which the data source for one object reads a field that no
	// answer has; the zero value is none.
	Fetch Fetch
	// Include is the parameter of a GET without which the server leaves a read-only field
	// out; the zero value is none.
	Include Include
	// Reveal is the request that reads a secret, where the configuration asks for that: a
	// WriteOnly one, or a ReadOnly one that only the server generates. The zero value is
	// none.
	Reveal Reveal
	// Overruled says by the other arguments that the server sets a Computed field itself,
	// whatever it is sent: it is neither sent nor compared then. nil for never.
	Overruled func(Arguments) bool
	// WhenOverruled is the warning for a configured value that differs from the server's, in
	// sentences.
	WhenOverruled string
	// Min and Max bound an [Int]; the contract has them if both are 0.
	Min, Max int64
	// MaxLength bounds a [String] in characters; the contract has it if this is 0.
	MaxLength int
	// Replaces is an argument whose change needs a new object.
	Replaces bool
	// Cascades is a reference with which the server deletes the object. Terraform has to
	// delete it first, so another value replaces it.
	Cascades bool
	// Secret is a field that must not be shown. The resource has it three times: `x`,
	// `x_wo` and `x_wo_version`.
	Secret bool
	// Generated is a secret that the server generates, readable in the state unless it is
	// configured as write-only.
	Generated bool
	// WriteOnly is a secret that has only `x_wo` and `x_wo_version`, no `x`.
	WriteOnly bool
	// Sensitive marks an attribute that is no secret of the server, but that Terraform
	// should not print, in the resource only.
	Sensitive bool
	// Confidential is a field in which a user may put secrets, such as parameters with a
	// password among them. It is readable like any other field, sensitive wherever
	// Terraform has it, and no message repeats it.
	Confidential bool

	// Fields are the fields of an [Object] and of each element of [Objects].
	Fields []Field
	// SortBy are the inner fields by which [Objects] are sorted whose order does not
	// matter; duplicates are dropped.
	SortBy []string
	// Normalize removes from a [String] what changes without the object having changed.
	Normalize func(string) string
	// Same is a comparison of strings beyond equality, such as of certificates by
	// fingerprint; nil for none.
	Same func(one, other string) bool
	// Check returns what is wrong with a known string, which for [JSON] is JSON already, ""
	// for nothing. The message must not repeat the value.
	Check func(string) string
	// Refusal is what to do where the server refuses the value, for the message; empty
	// where the server's own words are enough.
	Refusal string
	// Refers says which kind of object the field's IDs belong to.
	Refers Reference
}

// Include is a bool parameter of GET requests, and the argument of the same name with
// which a data source sets it.
type Include struct {
	Parameter string
	// Incumbent is goauthentik/authentik's default of the argument, false by itself.
	Incumbent bool
}

// Fetch is a request for a part of an object that no other answer has: GET
// `<object>/<Path>`, with the value under Key of the answer. The zero value is none.
type Fetch struct {
	// Path is relative to the object's address and ends in a slash: `view_certificate/`.
	Path string
	// Key is the key of the value in the answer.
	Key string
	// Switch is the data source's bool argument without which the request is not sent.
	Switch string
	// Incumbent is goauthentik/authentik's default of Switch, which is false by itself.
	Incumbent bool
	// Model is `app.model` of which the request needs the permission to view it.
	Model string
}

// Permission is the full name of the permission that the request needs.
func (f Fetch) Permission() string { return (&Kind{Model: f.Model}).Permission("view") }

// Reveal is a request that reads a secret: GET `<object>/<Path>`, with the secret under
// Key of the answer. The resource gets the computed attribute of the field's name and the
// argument Switch, a bool that is false by default; only where it is true is the secret
// read and kept in the state. The zero value is none.
type Reveal struct {
	Path, Key, Switch string
	// Description is the meaning of the computed attribute.
	Description string
}

// Action is a request for a part of an object: POST to `<object>/<Path>` with the value
// under Key. The zero value is none.
type Action struct {
	// Collection is the path of another collection that has the object under the same
	// address and takes the request; empty for the kind's own.
	Collection string
	// Path is relative to the object's address and ends in a slash: `set_password/`.
	Path string
	// Key is the key of the value in the body.
	Key string
	// Clear is the path that removes the value, by a form with `clear` set to true; empty
	// where the empty value under Key does.
	Clear string
}

// Reference says how objects of another kind are found by name.
type Reference struct {
	// Path is the collection's path. Filter is the parameter of its list, and the field
	// of its objects, with the name.
	Path, Filter string
	// Key is the field with the ID, empty for `pk`.
	Key string
	// Title is what one of the objects is called in sentences.
	Title string
	// Attribute is the attribute of that kind's resource that holds the ID: `id` or `uuid`.
	Attribute string
}

// APIName is the API's name of the field in the newest release.
func (f *Field) APIName() string {
	if f.API != "" {
		return f.API
	}
	return f.Name
}

// APINames are the API's names of the field, the newest release's first.
func (f *Field) APINames() []string {
	return append([]string{f.APIName()}, f.Formerly...)
}

// FilterName is the list parameter that selects by the field.
func (f *Field) FilterName() string {
	if f.Filter != "" {
		return f.Filter
	}
	return f.APIName()
}

// InResource says whether the resource has the field.
func (f *Field) InResource() bool {
	return !f.ReadOnly || f.Stable || f.Exposed || f.Hidden || f.Reveal.Path != ""
}

// IsWritten says whether the field is part of requests.
func (f *Field) IsWritten() bool { return !f.ReadOnly && !f.Local }

// IsArgument says whether a configuration has to, or may, set the field.
func (f *Field) IsArgument() bool { return !f.ReadOnly }

// MustBeSet says whether a configuration has to set the argument in every release.
func (f *Field) MustBeSet() bool {
	return f.Required && !f.Optional && f.Default == nil && !f.Computed && !f.ReadOnly
}

// IsHidden says whether Terraform does not print the resource's argument, although it is
// no secret of the server.
func (f *Field) IsHidden() bool { return f.Sensitive || f.Confidential }

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
