package kind

import (
	"net/url"
	"slices"
)

// Endpoint is a collection of the API.
type Endpoint struct {
	// Path is the collection's path in the newest release, below /api/v3 and with slashes
	// at both ends.
	Path string
	// Key is the API's field with the primary key, empty for `pk`.
	Key string
	// Address is the API's field that stands in an object's URL in place of the key, such
	// as `slug`. It is the resource's `id` then and changes when the object is renamed.
	Address string
	// Query are parameters that go with every GET of the list and of an object.
	Query url.Values
	// Only is the `meta_model_name` of the objects where the list also contains objects
	// of other kinds; empty where it does not.
	Only string
	// Ordering is the field that pages of the list are sorted by, empty for `pk`.
	Ordering string
	// Plain is a list that is a JSON array without pages.
	Plain bool
	// Uncounted is a list from which the server leaves out objects after counting them.
	Uncounted bool
	// ListsDiffer says that items of the list are not what retrieving them returns, so
	// that nothing may be read ahead.
	ListsDiffer bool
	// Adopted objects cannot be created: the resource takes over the one that its first
	// look-up finds.
	Adopted bool
	// Immutable objects cannot be changed: every change replaces them.
	Immutable bool
	// Kept objects cannot be deleted: destroying the resource leaves them as they are.
	Kept bool
}

// Job is a task of the server that a resource starts after each write, by a POST, and
// waits for. The resource has the Local fields [Job.Switch], a bool, and [Job.Timeouts],
// an object with the strings `create` and `update`, durations such as `10m`.
type Job struct {
	// Path is that of the request, relative to the object's address, and ends in a slash.
	Path string
	// Switch and Timeouts are the names of the arguments. The task is started only where
	// the switch is true and so is Enabled, an argument of the object.
	Switch, Enabled, Timeouts string
	// Mark is the answer's field that changes when the task has ended, and Status the one
	// that has its result: one of Succeeded or Failed then.
	Mark, Status      string
	Succeeded, Failed []string
	// Private is a [Field.Secret] of JSON of which messages must not repeat a string.
	Private string
}

// Parameter is a filter of a list that is not a field of an object.
type Parameter struct {
	// Name is Terraform's name, API the list parameter's if it differs.
	Name, API string
	// Type is the type of the value; a [Set] of Of is sent as several parameters.
	Type, Of Type
	// Description completes "Only those ...", as a sentence of its own.
	Description string
}

// APIName is the name of the list parameter.
func (p Parameter) APIName() string {
	if p.API != "" {
		return p.API
	}
	return p.Name
}

// Lookup is a way to find an object: by the fields that must all be given.
type Lookup struct {
	// Fields are the names of strings or IDs.
	Fields []string
	// Narrower is a field that may be given too where the others can match several
	// objects; empty for none. With it they match one at most.
	Narrower string
}

// By is the look-up by the fields.
func By(fields ...string) Lookup { return Lookup{Fields: fields} }

// All are the look-up's fields, including the optional one.
func (l Lookup) All() []string {
	if l.Narrower == "" {
		return l.Fields
	}
	return append(slices.Clip(l.Fields), l.Narrower)
}
