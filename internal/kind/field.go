package kind

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
func (f *Field) MustBeSet() bool { return f.isNeeded() && !f.IsWithheld() }

// MustBeGiven says whether an argument that a generated configuration lacks has to be set
// for a new object.
func (f *Field) MustBeGiven() bool { return f.isNeeded() && f.IsWithheld() }

func (f *Field) isNeeded() bool {
	return f.Required && !f.Optional && f.Default == nil && !f.Computed && !f.ReadOnly
}

// IsHidden says whether Terraform does not print the resource's argument, although it is
// no secret of the server.
func (f *Field) IsHidden() bool { return f.Sensitive || f.Confidential }

// NeedsVersion says whether a secret's write-only argument has to have a version beside it:
// where the secret can be removed again, which nothing else in the state would show.
func (f *Field) NeedsVersion() bool {
	return !f.Required && !f.Generated && !f.WriteOnly && f.Via.Path == ""
}

// IsWithheld says whether Terraform leaves the argument out of the configurations that it
// generates, because its value should not be read there. An import leaves it out of the
// state, so that the two agree, and the server keeps what it has.
func (f *Field) IsWithheld() bool { return (f.Secret || f.IsHidden()) && !f.ReadOnly }
