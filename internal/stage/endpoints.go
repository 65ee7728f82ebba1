package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Endpoint is the stage that finds out which device a user sits at
// (/api/v3/stages/endpoints/). The server's answer to a create shows the connector
// without its type, a read shows it with it.
var Endpoint = kind.Kind{
	Type:    "stage_endpoints",
	Plural:  "stages_endpoints",
	Title:   "endpoint stage",
	Family:  Family,
	Summary: "An endpoint stage is a step of a flow in which an endpoint connector identifies the user's device.",
	API:     kind.Endpoint{Path: "/stages/endpoints/"},
	Model:   "authentik_endpoints.endpointstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "connector", "mode"},
	Deletes: itsBindings,
	Fields: slices.Concat(youngBase(), []kind.Field{
		{
			Name: "connector", Refers: reference.EndpointsConnector,
			Description: "UUID of the endpoint connector.", Usage: "authentik accepts only connectors of a type that supports stages.",
		},
		{
			Name:        "connector_obj",
			Description: "The connector, with the fields that connectors of all types have.",
			Fields: []kind.Field{
				{Name: "connector_uuid", Description: "UUID of the connector."},
				{Name: "name", Description: "Name of the connector."},
				{Name: "enabled", Description: "Whether the connector is enabled."},
				{Name: "component", Description: "Web component of authentik's admin interface that edits the connector."},
				{Name: "verbose_name", Description: "Name of the connector's type, in the server's language."},
				{Name: "verbose_name_plural", Description: "Plural name of the connector's type, in the server's language."},
				{Name: "meta_model_name", Description: "Type of the connector, as `app.model`."},
			},
		},
		{
			Name: "mode", Default: "optional",
			Description: "Whether the flow continues (`optional`) or ends (`required`) if no device is identified.",
		},
	}),
}
