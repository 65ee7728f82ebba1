package object

import "strings"

// Object describes one kind of object of authentik's API.
type Object struct {
	// Type is the Terraform type's name without the provider's, such as
	// `stage_authenticator_sms`.
	Type string
	// Title is what the object is called in sentences, without an article and in
	// the singular, such as `SMS authenticator setup stage`.
	Title string
	// Summary is the documentation's first paragraph, in Markdown.
	Summary string
	// Family is the heading under which the documentation lists it.
	Family string
	// Path is the collection's path below `/api/v3`, with slashes at both ends.
	Path string
	// Model is the Django model as `meta_model_name` has it, `app.model`. It
	// gives the permissions' names.
	Model string
	// Attributes are the fields of the API's answer.
	Attributes []Attribute
	// Lookups are the attributes by which a data source can be read instead of
	// by id. Each must be a text, a filter of the list endpoint that matches
	// exactly, and unique on the server.
	Lookups []string
	// Filters are the attributes by which the server can filter a list, exactly.
	Filters []string
	// Plural is the type name of the data source that reads many.
	Plural string
	// Deletes says what the server deletes along with the object, empty for
	// nothing. It completes "Deleting the stage takes ... with it".
	Deletes string
	// Check finds what is wrong across arguments of the resource and what the
	// server does not check. nil for nothing.
	Check func(Arguments) []Finding
	// Excluded are the API's fields that are no attribute, each with the reason.
	Excluded map[string]string
}

// Permission is the full name of the permission that the verb (view, add, change
// or delete) needs on this kind of object.
func (o *Object) Permission(verb string) string {
	app, model, _ := strings.Cut(o.Model, ".")
	return app + "." + verb + "_" + model
}

// attribute returns the attribute of that name, nil where there is none.
func (o *Object) attribute(name string) *Attribute {
	for i := range o.Attributes {
		if o.Attributes[i].Name == name {
			return &o.Attributes[i]
		}
	}
	return nil
}

// byKey returns the attribute of the API's name, nil where there is none.
func (o *Object) byKey(key string) *Attribute {
	for i := range o.Attributes {
		if o.Attributes[i].APIName() == key {
			return &o.Attributes[i]
		}
	}
	return nil
}

// hasSecrets says whether any attribute is a secret.
func (o *Object) hasSecrets() bool {
	for i := range o.Attributes {
		if o.Attributes[i].Secret {
			return true
		}
	}
	return false
}

// Kind is what sort of value an attribute holds.
type Kind int

// The kinds of value. What the server sends is converted where that loses
// nothing: a number to text as it was written, text that is a number to a number.
const (
	// Text is a string.
	Text Kind = iota
	// UUID is a string that identifies an object, in lower case with hyphens.
	UUID
	// Bool is true or false.
	Bool
	// Int is a whole number of 64 bits.
	Int
	// Objects is a list of nested objects, described by [Attribute.Attributes].
	Objects
)

// Arguments are what the user wrote for a resource, for [Object.Check].
type Arguments struct {
	object *Object
	config values
}

// Text is the argument's text or, where it is left out, its default. It says false
// where the text is not known yet or there is none.
func (a Arguments) Text(name string) (string, bool) {
	value := a.config[name]
	if !isSet(value) {
		standard, ok := a.object.attribute(name).Default.(string)
		return standard, ok
	}
	return text(value), value.IsKnown()
}

// LeftOut says whether the argument, and its write-only form where it has one, is
// not in the configuration.
func (a Arguments) LeftOut(name string) bool {
	return !isSet(a.config[name]) && !isSet(a.config[name+writeOnlySuffix])
}

// Finding is what is wrong with an argument.
type Finding struct {
	// Attribute is the argument that the message stands on.
	Attribute string
	// Summary and Detail are the message; they must not repeat a value.
	Summary, Detail string
	// Certain makes it an error; otherwise it is a warning.
	Certain bool
}

// Attribute describes one field of the API.
type Attribute struct {
	// Name is Terraform's name, the same as the API's wherever Terraform allows.
	Name string
	// Key is the API's name where it is not Name.
	Key string
	// Kind is the sort of value.
	Kind Kind
	// Description is the meaning with unit, in Markdown sentences. The core adds
	// the allowed values, the default and the releases that have the field.
	Description string
	// Values are the values known today. They are documentation: a server may
	// send others.
	Values []string
	// ReadOnly is a field that the server alone sets.
	ReadOnly bool
	// Required is a field without which the API creates no object.
	Required bool
	// Nullable is a field that the API returns as null where it is not set, in
	// one release at least.
	Nullable bool
	// Default is what the server fills in, nil where it does not: a string, a bool
	// or an int. For a required field it is what the resource fills in.
	Default any
	// EmptyIsNull is a [Text] of which null and "" are one, because releases differ
	// in which of the two they send and take for nothing.
	EmptyIsNull bool
	// Min and Max bound an [Int]; no bound above where Max is 0.
	Min, Max int
	// Secret is a field that must not be shown. Recent releases do not return it.
	Secret bool
	// Attributes are the fields of each object of an [Objects].
	Attributes []Attribute
	// Order are the inner attributes by which an [Objects] is sorted, where the
	// server's order means nothing and changes; equal objects are then one.
	Order []string
	// Clean takes from a [Text] what changes without the object having changed.
	Clean func(string) string
}

// APIName is the API's name of the field.
func (a *Attribute) APIName() string {
	if a.Key != "" {
		return a.Key
	}
	return a.Name
}
