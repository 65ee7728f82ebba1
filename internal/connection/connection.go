// Package connection is what the provider's configuration gives to every resource, data
// source and ephemeral resource: the client, and locks for objects that are written to.
package connection

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Connection is the configured provider. The zero value is one whose configuration is
// not known yet.
type Connection struct {
	// Client is nil where the configuration is not known yet.
	Client *client.Client
	// Unknown are the arguments of the provider's configuration whose values are known
	// only after apply.
	Unknown []string
	// IncumbentDefaults makes arguments that are not set mean what goauthentik/authentik
	// has as their default.
	IncumbentDefaults bool

	locks   sync.Map // a chan struct{} of capacity 1 for each object that is written to
	read    sync.Map // the objects that were refreshed
	rosters sync.Map // a [Roster] for each kind
	said    sync.Map // what [Connection.Once] was asked about
	made    sync.Map // the objects that a plan creates

	claiming sync.Mutex
	claimed  map[string]claims // by the set
}

// Once is true the first time that it is asked about something.
func (c *Connection) Once(what string) bool {
	_, said := c.said.LoadOrStore(what, true)
	return !said
}

// Refreshed notes that an object was refreshed since the provider was configured.
func (c *Connection) Refreshed(object string) { c.read.Store(object, true) }

// WasRefreshed says whether an object was refreshed since the provider was configured.
// Terraform refreshes before it plans, but not when it plans again during an apply, for
// which it configures the provider anew.
func (c *Connection) WasRefreshed(object string) bool {
	_, refreshed := c.read.Load(object)
	return refreshed
}

// Creates notes that a plan creates an object, which may take the place of one of the same
// name that is deleted.
func (c *Connection) Creates(object string) { c.made.Store(object, true) }

// IsCreated says whether a plan creates an object. Terraform plans what an object refers to
// before it.
func (c *Connection) IsCreated(object string) bool {
	_, created := c.made.Load(object)
	return created
}

// Lock waits until nobody else writes to the object, which is named by its collection's
// path and its key, and returns the function that releases it. The server loses updates
// of one object that arrive at the same time. It fails where the context ends first.
func (c *Connection) Lock(ctx context.Context, object string) (unlock func(), err error) {
	slot, _ := c.locks.LoadOrStore(object, make(chan struct{}, 1))
	lock, ok := slot.(chan struct{})
	if !ok {
		return func() {}, nil
	}
	select {
	case lock <- struct{}{}:
		return func() { <-lock }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// From reads what the provider handed over. Before the provider is configured, as in
// validation, that is nothing, and the result is nil.
func From(data any, diagnostics *diag.Diagnostics) *Connection {
	if data == nil {
		return nil
	}
	connection, ok := data.(*Connection)
	if !ok {
		diagnostics.AddError("Unexpected provider data", fmt.Sprintf("Expected a connection, got %T. This is a bug in the provider; please report it.", data))
	}
	return connection
}

// API returns the client, or says why there is none.
func (c *Connection) API() (*client.Client, diag.Diagnostics) {
	var diagnostics diag.Diagnostics
	switch {
	case c == nil:
		diagnostics.AddError("Provider not configured", "The server was needed before the provider was configured. This is a bug in the provider; please report it.")
	case c.Client == nil:
		diagnostics.AddError("Provider configuration not known yet", fmt.Sprintf(
			"authentik cannot be reached, because these arguments of the provider's configuration are known only after apply: %s. "+
				"Use values that are known during planning, such as variables, create what they depend on first (`terraform apply -target=...`), or plan without a refresh (`-refresh=false`).",
			strings.Join(c.Unknown, ", "),
		))
	default:
		return c.Client, nil
	}
	return nil, diagnostics
}

// Release is the server's release. known is false where it cannot be found out now: no
// server is configured yet, or it does not answer, and then err says why. A server that
// hides its version has the known release "".
func (c *Connection) Release(ctx context.Context) (release string, known bool, err error) {
	if c == nil || c.Client == nil {
		return "", false, nil
	}
	release, err = c.Client.Release(ctx)
	return release, err == nil, err
}

// Collection is where the client finds the objects of a kind. The server's release is
// asked for only where the path depends on it.
func (c *Connection) Collection(ctx context.Context, k *kind.Kind) (client.Collection, error) {
	release := ""
	if k.Moves() || len(k.Address().Formerly) > 0 {
		found, _, err := c.Release(ctx)
		if err != nil {
			return client.Collection{}, err
		}
		release = found
	}
	collection := client.Collection{
		Path: k.Path(release), Key: k.KeyIn(release), Ordering: k.API.Ordering, Query: k.API.Query,
		Plain: k.API.Plain, Uncounted: k.API.Uncounted, ReadAhead: !k.API.ListsDiffer,
	}
	if k.API.Only != "" {
		collection.Keep = func(object client.Object) bool {
			model, wrong := value.Decode(&kind.Field{Type: kind.String}, object["meta_model_name"])
			return wrong != nil || value.String(model) == "" || value.String(model) == k.API.Only
		}
	}
	return collection, nil
}
