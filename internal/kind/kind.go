package kind

import (
	"encoding/json"
	"net/url"
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

	completed    sync.Once
	fields       []Field
	byName       map[string]*Field
	key, address *Field

	secrets                 cached[[]string]
	shown, fetched, managed cached[[]Field]
	verdicts                cached[map[*Field]verdict]
}

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
