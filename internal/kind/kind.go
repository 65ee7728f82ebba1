package kind

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

// Kind describes one kind of object of authentik's API.
type Kind struct {
	// Type is the Terraform type without the provider's name, such as
	// `stage_authenticator_sms`; Plural that of the data source that reads many.
	Type, Plural string
	// Title is what an object is called in sentences, in the singular and without an
	// article: `SMS authenticator setup stage`. Titles is the plural if it is not Title
	// with an s, and Article the indefinite article if the first letter misleads.
	Title, Titles, Article string
	// Summary says what such an object is, in Markdown sentences of their own.
	Summary string
	// Family is the heading under which the documentation lists the kind.
	Family string
	// Model is the Django model, `app.model`, which names the permissions. FormerApp is the
	// app in releases that call the model otherwise, where that has changed too.
	Model, FormerApp string
	// Permissions are the full names of permissions by verb where they are not those of the
	// model, such as `authentik_rbac.edit_system_settings` to change.
	Permissions map[string]string
	// API says where the objects are and what can be done with them.
	API Endpoint
	// Fields are the fields of an object.
	Fields []Field
	// Excluded are the API's fields that are not described, or are described as read-only
	// although the API would take them, each with the reason.
	Excluded map[string]string
	// Lookups are the ways to find an object other than by its ID, the unique one first.
	// Empty for none.
	Lookups []Lookup
	// NamesRepeat says that several objects may share what the first of Lookups finds.
	// A create whose answer was lost is never repeated then.
	NamesRepeat bool
	// Filters are the fields by which a list can be narrowed, exactly. Where the server
	// has no such filter, the provider filters the list.
	Filters []string
	// Parameters are filters of the list that are not fields of an object.
	Parameters []Parameter
	// Selects are scalar fields by which the data source for one object can select too,
	// alone, together or beside a look-up, as in goauthentik/authentik. Where several objects
	// match, the first of the list is taken in the mode with that provider's defaults; it is
	// an error otherwise.
	Selects []string
	// ResultAlias is goauthentik/authentik's name of `objects` in the data source for many,
	// which then has that provider's argument `ordering` too. Empty for none.
	ResultAlias string
	// Unsearchable is a list with whose `search` the server fails.
	Unsearchable bool
	// ManagedList gives the data source `managed_list`, which finds the IDs of several
	// objects by their `managed`.
	ManagedList bool
	// ReadOnly is a kind with data sources only.
	ReadOnly bool
	// ReadOnlyBecause says in a sentence why a kind is ReadOnly although requests of the API
	// have fields; empty where they have none.
	ReadOnlyBecause string
	// Enterprise is a kind that the server creates and changes with a license only.
	Enterprise bool
	// Deletes says what the server deletes along with an object, empty for nothing. It
	// completes "Deleting the stage also deletes ...".
	Deletes string
	// Rules are checks across arguments.
	Rules []Rule
	// Downgrade changes the body of a request, in place, to the form that the release
	// accepts, and Upgrade an answer of any release to the newest release's form; nil for
	// no difference. They are for what neither the contract nor a field's options express.
	Downgrade func(release string, body map[string]any)
	Upgrade   func(answer map[string]json.RawMessage)

	// Draft changes the body of a write, in place, to what the server has to store first; the
	// whole body follows as an update. before is the body of what is stored, nil in a create.
	// It is false where one write is enough. nil for never.
	Draft func(body, before map[string]any) bool
	// Job is what the server does in the background after a write; nil for nothing.
	Job *Job
	// Gone says by an answer that the object counts as deleted although the server keeps it,
	// and Spent that it has served its purpose, so that the server does not delete it any
	// more and destroying the resource leaves it. nil for never.
	Gone, Spent func(answer map[string]json.RawMessage) bool
	// Unmanaged are those objects of the collection that no resource can manage; nil for
	// none. Lists for `terraform query` leave them out, and an import of one is an error.
	Unmanaged *Unmanaged

	completed    sync.Once
	fields       []Field
	byName       map[string]*Field
	key, address *Field

	secrets                 cached[[]string]
	shown, fetched, managed cached[[]Field]
	verdicts                cached[map[*Field]verdict]
}

// Permission is the full name of the permission that the verb (view, add, change or
// delete) needs on this kind of object.
func (k *Kind) Permission(verb string) string {
	if name, special := k.Permissions[verb]; special {
		return name
	}
	app, model, _ := strings.Cut(k.Model, ".")
	return app + "." + verb + "_" + model
}

// Verbs are the permissions that managing objects can take, for [Kind.Permission].
func (k *Kind) Verbs() []string {
	verbs := []string{"view"}
	if k.ReadOnly {
		return verbs
	}
	if !k.API.Adopted {
		verbs = append(verbs, "add")
	}
	if !k.API.Immutable {
		verbs = append(verbs, "change")
	}
	if !k.API.Kept {
		verbs = append(verbs, "delete")
	}
	return verbs
}

// All are the fields, completed by the contract. The slice must not be changed.
func (k *Kind) All() []Field {
	k.completed.Do(k.complete)
	return k.fields
}

// Field returns the field of that name, nil for none.
func (k *Kind) Field(name string) *Field {
	k.completed.Do(k.complete)
	return k.byName[name]
}

// ByAPI returns the field of the API's name, nil for none.
func (k *Kind) ByAPI(name string) *Field { return byAPI(k.All(), name) }

// Key is the field with the primary key.
func (k *Kind) Key() *Field {
	k.completed.Do(k.complete)
	return k.key
}

// Address is the field whose value stands in an object's URL and in the resource's `id`.
func (k *Kind) Address() *Field {
	k.completed.Do(k.complete)
	return k.address
}

// IsAddressedByName says whether an object's URL has another field than the primary key.
func (k *Kind) IsAddressedByName() bool { return k.API.Address != "" }

// Plurals is the title in the plural.
func (k *Kind) Plurals() string {
	if k.Titles != "" {
		return k.Titles
	}
	return k.Title + "s"
}

// About is what such an object is, and why it is ReadOnly where that needs a reason.
func (k *Kind) About() string { return strings.TrimSpace(k.Summary + " " + k.ReadOnlyBecause) }

// A is the title with its indefinite article.
func (k *Kind) A() string {
	switch {
	case k.Article != "":
		return k.Article + " " + k.Title
	case strings.ContainsAny(k.Title[:1], "aeioAEIO"):
		return "an " + k.Title
	}
	for _, spelled := range []string{"SMS", "LDAP", "SSF", "RSA"} {
		if strings.HasPrefix(k.Title, spelled) {
			return "an " + k.Title
		}
	}
	return "a " + k.Title
}

// Includes are the parameters with which the data sources ask for more, each once.
func (k *Kind) Includes() []Include {
	var found []Include
	for _, field := range k.All() {
		if field.Include.Parameter != "" && !slices.Contains(found, field.Include) {
			found = append(found, field.Include)
		}
	}
	return found
}
