package datasource

import (
	"maps"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
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
