package object

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// Connection is what the provider's configuration gives to every object.
type Connection struct {
	// Client is nil where the configuration is not known yet.
	Client *client.Client
	// Unknown are the configuration's attributes whose values are known only
	// after apply.
	Unknown []string

	locks sync.Map // a *sync.Mutex for each object that is written to
}

// lock waits until nobody else writes to the object and returns what ends that.
func (c *Connection) lock(object string) (unlock func()) {
	mutex, _ := c.locks.LoadOrStore(object, &sync.Mutex{})
	lock, ok := mutex.(*sync.Mutex)
	if !ok {
		return func() {}
	}
	lock.Lock()
	return lock.Unlock
}

// failures tells what goes wrong with one operation; see [failures].
func (c *Connection) failures(ctx context.Context, object *Object, verb string, asked lookup) *failures {
	return &failures{object: object, verb: verb, asked: asked, version: func() client.Version { return c.Client.Version(ctx) }}
}

// connectionFrom reads what the provider handed over. Before the provider is
// configured, as in validation, that is nothing.
func connectionFrom(data any, diagnostics *diag.Diagnostics) *Connection {
	if data == nil {
		return nil
	}
	connection, ok := data.(*Connection)
	if !ok {
		diagnostics.AddError("Wrong provider data", fmt.Sprintf("The provider handed over a %T. This is a mistake in the provider; please report it.", data))
	}
	return connection
}

// api returns the client, or says why there is none.
func (c *Connection) api() (*client.Client, diag.Diagnostics) {
	var diagnostics diag.Diagnostics
	switch {
	case c == nil:
		diagnostics.AddError("Provider not configured", "The server was to be asked before the provider was configured. This is a mistake in the provider; please report it.")
	case c.Client == nil:
		diagnostics.AddError("Provider configuration not known yet", fmt.Sprintf(
			"The server cannot be asked, because these arguments of the provider's configuration are known only after apply: %s. "+
				"Give them values that are known during planning, such as variables, create what they depend on first (`terraform apply -target=...`), or plan without reading (`-refresh=false`).",
			strings.Join(c.Unknown, ", "),
		))
	default:
		return c.Client, nil
	}
	return nil, diagnostics
}
