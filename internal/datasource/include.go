package datasource

import (
	"context"
	"maps"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// isAsked says whether the configuration asks for what the server leaves out by itself.
func (d *DataSource) isAsked(include kind.Include, config value.Object) bool {
	if asked := config[include.Parameter]; value.IsSet(asked) {
		return value.Bool(asked)
	}
	return include.Incumbent && d.Connection.IncumbentDefaults
}

// including is the query that asks for that; false where nothing is asked for.
func (d *DataSource) including(query url.Values, config value.Object) (url.Values, bool) {
	asked, some := maps.Clone(query), false
	if asked == nil {
		asked = url.Values{}
	}
	for _, include := range d.Kind.Includes() {
		if d.isAsked(include, config) {
			asked.Set(include.Parameter, "true")
			some = true
		}
	}
	return asked, some
}

// readAgain is the state of the object that was found, with what the query asks for.
func (d *DataSource) readAgain(ctx context.Context, api *client.Client, query url.Values, found value.Object, operation *diagnostic.Operation) (value.Object, diag.Diagnostic) {
	key := d.Kind.Key().Name
	about := *operation
	about.Asked = lookup.ByID(value.Plain(found[key]))
	collection, err := d.Connection.Collection(ctx, d.Kind)
	if err != nil {
		return nil, about.Failed(err)
	}
	collection.Query, collection.ReadAhead = query, false
	fields, err := api.Read(ctx, collection, value.Plain(found[d.Kind.Address().Name]))
	if err != nil {
		return nil, about.Failed(err)
	}
	state, wrong := value.DecodeAll(d.Kind.Shown(), d.Kind.Upgraded(fields))
	if wrong != nil {
		return nil, about.Mismatched(wrong)
	}
	if failure := resource.Identify(state, &about, key); failure != nil {
		return nil, failure
	}
	return state, nil
}
