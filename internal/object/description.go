package object

import (
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Object describes one kind of object of authentik's API.
type Object struct {
	// Type is the Terraform type's name without the provider's, such as
	// `stage_authenticator_sms`.
	Type string
	// Plural is the type name of the data source that reads many.
	Plural string
	// Title is what the object is called in sentences, without an article and in
	// the singular, such as `SMS authenticator setup stage`.
	Title string
	// Summary is the documentation's first paragraph, in Markdown. Its subject is
	// "It", for which the title stands where many objects are read.
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
	// Key is the API's field that holds the object's UUID, empty for `pk`.
	Key string
	// Slug is the attribute by which the API addresses the object in place of its
	// UUID, empty where it does not. It is the `id` then, and changes when the object
	// is renamed; the attribute of Key tells who it is.
	Slug string
	// Lookups are the ways in which an object can be found instead of by id, the one
	// that the server lets only one object have first.
	Lookups []Lookup
	// Filters are the attributes by which a list can be narrowed, exactly. Where the
	// server has no such filter, the provider narrows what it was sent.
	Filters []string
	// ReadOnly is a kind that can be read only: it has data sources and nothing else.
	ReadOnly bool
	// Enterprise is a kind that the server makes and changes with a licence only.
	Enterprise bool
	// Deletes says what the server deletes along with the object, empty for
	// nothing. It completes "Deleting the stage takes ... with it".
	Deletes string
	// Check finds what is wrong across arguments of the resource and what the
	// server does not check. nil for nothing.
	Check func(Arguments) []Finding
	// NamesRepeat is true where the server lets several objects have what the first of
	// Lookups finds. Then a create whose answer was lost is never sent again.
	NamesRepeat bool
	// ListsDiffer is true where the items of the list are not the bodies of the
	// retrieve endpoint, key by key. Then nothing is read ahead. Of the collections on
	// the recorded servers that is so for one, `/flows/instances/` on 2023.10.7.
	ListsDiffer bool
	// Excluded are the API's fields that are no attribute, each with the reason.
	Excluded map[string]string
}

// Lookup is a way to find an object: by the attributes that must all be given.
type Lookup struct {
	// Attributes are text or UUIDs and, up to the release that the contract table
	// says otherwise of, filters of the list endpoint that match exactly.
	Attributes []string
	// Narrower is an attribute that may be given too, where the others can match
	// several objects; empty for none. With it they match one at most.
	Narrower string
}

// By is the look-up by the attributes.
func By(attributes ...string) Lookup { return Lookup{Attributes: attributes} }

// all are the look-up's attributes, with the one that may be left out.
func (l Lookup) all() []string {
	if l.Narrower == "" {
		return l.Attributes
	}
	return append(slices.Clip(l.Attributes), l.Narrower)
}

// Permission is the full name of the permission that the verb (view, add, change
// or delete) needs on this kind of object.
func (o *Object) Permission(verb string) string {
	app, model, _ := strings.Cut(o.Model, ".")
	return app + "." + verb + "_" + model
}

// meaning is the summary for where nothing goes before that its "It" could stand for.
func (o *Object) meaning() string {
	article := "A "
	if strings.ContainsAny(o.Title[:1], "aeio") || strings.HasPrefix(o.Title, "SMS") {
		article = "An "
	}
	return article + o.Title + strings.TrimPrefix(o.Summary, "It")
}

// collection says how the client reads objects of this kind.
func (o *Object) collection() client.Collection {
	return client.Collection{Path: o.Path, Key: o.address().APIName(), ReadAhead: !o.ListsDiffer}
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

// key is the attribute with the object's UUID.
func (o *Object) key() *Attribute {
	if o.Key != "" {
		return o.byKey(o.Key)
	}
	return o.byKey("pk")
}

// address is the attribute whose value stands in the object's URL, and in `id`.
func (o *Object) address() *Attribute {
	if o.Slug != "" {
		return o.attribute(o.Slug)
	}
	return o.key()
}

// hasSecrets says whether a data source would show a secret.
func (o *Object) hasSecrets() bool {
	for i := range o.Attributes {
		if o.Attributes[i].Secret && o.isAnswered(&o.Attributes[i]) {
			return true
		}
	}
	return false
}

// isAnswered says whether any release of the contract table returns the attribute.
func (o *Object) isAnswered(attribute *Attribute) bool {
	table, ok := contract.Object(o.Path)
	if !ok {
		return true
	}
	_, found := table.Field(contract.InResponse, attribute.APIName())
	return found
}
