// Package diagnostic says what went wrong with an operation on an object: what was
// asked, what came back, and what to do. Messages never repeat a secret.
package diagnostic

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

// Verb is what is done to an object, named as in authentik's permissions.
type Verb string

// The verbs.
const (
	View   Verb = "view"
	Add    Verb = "add"
	Change Verb = "change"
	Delete Verb = "delete"
)

// doing is each verb in a sentence.
var doing = map[Verb]string{View: "read", Add: "create", Change: "change", Delete: "delete"}

// Operation is one operation on one object, or on a collection.
type Operation struct {
	// Kind is the kind of object; a plain resource needs no more than Title and Model.
	Kind *kind.Kind
	Verb Verb
	// Asked is what the object is asked for by.
	Asked lookup.Terms
	// Version asks for the server's version. It is called only where that makes a message
	// better.
	Version func() client.Version
	// Made is the argument that asks by what is known only once the object is there, such
	// as `pk = authentik_token.<name>.pk`, where the object was asked for by something else.
	Made string
}

// New is an operation over a connection that has a client.
func New(ctx context.Context, connected *connection.Connection, k *kind.Kind, verb Verb, asked lookup.Terms) *Operation {
	return &Operation{Kind: k, Verb: verb, Asked: asked, Version: func() client.Version { return connected.Client.Version(ctx) }}
}

// title is the kind's title at the beginning of a sentence.
func (o *Operation) title() string {
	return strings.ToUpper(o.Kind.Title[:1]) + o.Kind.Title[1:]
}

// notFound is the summary for an object that is not there.
func (o *Operation) notFound() string { return o.title() + " not found" }

// unmade is advice on an object that the same configuration creates, empty where there is
// no [Operation.Made].
func (o *Operation) unmade() string {
	if o.Made == "" {
		return ""
	}
	return fmt.Sprintf("\n\nIf this configuration creates the %s, set `%s`. Its value is known only after the %s is created, so Terraform waits for that.", o.Kind.Title, o.Made, o.Kind.Title)
}

// ErrGone is for an object whose name another object has now and whose key no list has.
var ErrGone = errors.New("another object has the name now, and none has the key")

// IsGone says whether authentik answered that there is no such object. A 404 from
// something else, such as a proxy or a wrong address, does not count: it would remove
// every object from the state. authentik gives each request an ID and, where a proxy
// removes that, returns its version.
func (o *Operation) IsGone(err error) bool {
	if errors.Is(err, ErrGone) {
		return true
	}
	failure, ok := errors.AsType[*client.Error](err)
	return ok && failure.Status == http.StatusNotFound && !failure.FromElsewhere() &&
		(failure.RequestID != "" || o.Version().Release != "")
}

// server is a paragraph about the server's release, empty where it is not known.
func (o *Operation) server() string {
	release := o.Version().Release
	if release == "" {
		return ""
	}
	return "\n\nThe server is authentik " + release + ", " + coverage(release) + "."
}

// coverage says whether the tests know a release or, if not, between which they do.
func coverage(release string) string {
	if contract.Knows(release) {
		return "which this provider is tested with"
	}
	below, above := contract.Around(release)
	switch {
	case below == "" && above == "":
		return "a release that this provider does not recognize"
	case below == "":
		return "older than " + above + ", the oldest release that this provider is tested with"
	case above == "":
		return "newer than " + below + ", the newest release that this version of the provider is tested with"
	}
	return "a release between " + below + " and " + above + ", which this provider is tested with"
}

// permission is the name of the permission in the server's release. The release is asked
// for only where the model had another name in some release.
func (o *Operation) permission(verb Verb) string {
	table, ok := o.Kind.Table()
	_, special := o.Kind.Permissions[string(verb)]
	if !ok || special {
		return o.Kind.Permission(string(verb))
	}
	app, model, _ := strings.Cut(o.Kind.Model, ".")
	isModel := func(release string) bool {
		view, _ := table.In(release)
		return view.Model == "" || strings.ToLower(view.Model) == model
	}
	// Where no release has the model's name, the documents name the object otherwise.
	named := slices.ContainsFunc(table.Releases(), isModel)
	renamed := slices.ContainsFunc(table.Releases(), func(release string) bool { return !isModel(release) })
	if named && renamed {
		if nearest, ok := contract.Nearest(o.Version().Release); ok {
			if view, ok := table.In(nearest); ok && !isModel(nearest) {
				app, model = cmp.Or(o.Kind.FormerApp, app), strings.ToLower(view.Model)
			}
		}
	}
	return app + "." + string(verb) + "_" + model
}

// Cannot is for a failure that is not the server's.
func (o *Operation) Cannot(err error) diag.Diagnostic {
	return diag.NewErrorDiagnostic(fmt.Sprintf("Cannot %s the %s", doing[o.Verb], o.Kind.Title), err.Error())
}
