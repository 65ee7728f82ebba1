// Package endpoint describes authentik's endpoint devices and what manages them.
package endpoint

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&AnyConnector, &AgentConnector, &EnrollmentToken, &FleetConnector, &GoogleChromeConnector, &AccessGroup, &DeviceBinding, &Device}
}

// Family is the heading in the documentation.
const Family = "Endpoint Devices"

// AnyConnector is an endpoint connector of any type (/api/v3/endpoints/connectors/).
var AnyConnector = kind.Kind{
	Type: "endpoints_connector", Plural: "endpoints_connectors", Title: "endpoint connector", Family: Family,
	Summary:     "An endpoint connector tells authentik about devices. This data source covers all types, with the fields that they share.",
	Model:       "authentik_endpoints.connector",
	API:         kind.Endpoint{Path: "/endpoints/connectors/", Key: "connector_uuid"},
	Lookups:     []kind.Lookup{kind.By("name")},
	NamesRepeat: true,
	Filters:     []string{"name", "enabled", "meta_model_name"},
	ReadOnly:    true,
	Fields:      connector(),
}

// connector are the fields of all connectors (ConnectorSerializer). The key is generated
// unless a request has one, which nothing needs.
func connector(more ...kind.Field) []kind.Field {
	return slices.Concat([]kind.Field{
		{Name: "connector_uuid", ReadOnly: true, Description: "UUID of the connector as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the connector. Several may have the same name."},
		{Name: "enabled", Default: true, Description: "Whether the connector is used."},
	}, more, []kind.Field{
		{Name: "component", Description: "Web component with which authentik's admin interface edits the connector."},
		{Name: "verbose_name", Description: "Name of the connector's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the connector, `app.model`."},
	})
}

// itsDevices is what the server deletes along with any connector.
const itsDevices = "its device connections and what they reported"
