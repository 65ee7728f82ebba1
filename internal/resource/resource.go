// Package resource manages the objects of a described kind: validation, plan, create,
// read, update, delete and import, on Terraform's raw values.
//
// internal/server calls it for the requests of the plugin protocol.
package resource

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Resource manages objects of one kind.
type Resource struct {
	Kind *kind.Kind
	// Connection is nil before the provider is configured.
	Connection *connection.Connection
	// Foreign says that the state that is planned from was written by another provider, as
	// after a move from goauthentik/authentik.
	Foreign bool
}

// Change is a create or an update.
type Change struct {
	// Config has what the user wrote, and is the only place with write-only values. Plan
	// is what was planned. State is nil for a create.
	Config, Plan, State value.Object
}

// isCreate says whether the object does not exist yet.
func (c Change) isCreate() bool { return c.State == nil }

// Result is the state after an operation.
type Result struct {
	// State is nil where the object is gone.
	State value.Object
	// Identity is the primary key, "" where it is not known.
	Identity string
}

// operation is one operation on the object for messages.
func (r *Resource) operation(ctx context.Context, verb diagnostic.Verb, asked lookup.Terms) *diagnostic.Operation {
	return diagnostic.New(ctx, r.Connection, r.Kind, verb, asked)
}

// addressed is what the object of a state is asked for by: what stands in its URL.
func (r *Resource) addressed(state value.Object) lookup.Terms {
	id := value.String(state[lookup.ID])
	if r.Kind.IsAddressedByName() {
		return lookup.Terms{{Attribute: r.Kind.Address().Name, Value: id}}
	}
	return lookup.ByID(id)
}

// collection is where the objects are in the server's release.
func (r *Resource) collection(ctx context.Context) (client.Collection, error) {
	return r.Connection.Collection(ctx, r.Kind)
}

// lockName is what writes to one object have in common.
func (r *Resource) lockName(key string) string { return r.Kind.API.Path + key }

// identity is the primary key that a state has.
func (r *Resource) identity(state value.Object) string {
	return value.String(state[schema.IdentityAttribute(r.Kind)])
}

// known copies the values with null for those that are unknown: nothing unknown may be
// left after an apply.
func known(before value.Object) value.Object {
	copied := make(value.Object, len(before))
	for name, attribute := range before {
		copied[name] = value.NullIfUnknown(attribute)
	}
	return copied
}

// release is the server's release, for what depends on it. It is false where there is no
// server yet; a server that does not answer is an error, because a guess could plan what
// the apply then does otherwise.
func (r *Resource) release(ctx context.Context, diagnostics *diag.Diagnostics) (release string, ok bool) {
	release, ok, err := r.Connection.Release(ctx)
	if err != nil {
		diagnostics.AddError("Cannot read authentik's version", fmt.Sprintf(
			"What is planned for the %s depends on the server's release, which the server does not return at the moment. Try again.\n\n%s", r.Kind.Title, err))
		return "", false
	}
	return release, ok
}

// at is the attribute of a diagnostic.
func at(name string) path.Path { return path.Root(name) }
