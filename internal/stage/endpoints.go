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
	Summary: "An endpoint stage is the step of a flow in which the user's device is recognised through an endpoint connector.",
	API:     kind.Endpoint{Path: "/stages/endpoints/"},
	Model:   "authentik_endpoints.endpointstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "connector", "mode"},
	Deletes: itsBindings,
	Fields: slices.Concat(youngBase(), []kind.Field{
		{
			Name: "connector", Refers: reference.EndpointsConnector,
			Description: "UUID of the endpoint connector that knows the devices. authentik takes only one whose type works with stages.",
		},
		{
			Name:        "connector_obj",
			Description: "The connector, with the fields that connectors of all types have.",
			Fields: []kind.Field{
				{Name: "connector_uuid", Description: "UUID of the connector."},
				{Name: "name", Description: "Name of the connector."},
				{Name: "enabled", Description: "Whether the connector is in use."},
				{Name: "component", Description: "Name of the web component with which authentik's admin interface edits the connector."},
				{Name: "verbose_name", Description: "What the connector's type is called, in the server's language."},
				{Name: "verbose_name_plural", Description: "What several connectors of the type are called, in the server's language."},
				{Name: "meta_model_name", Description: "The type of the connector independent of language, as `app.model`."},
			},
		},
		{
			Name: "mode", Default: "optional",
			Description: "Whether the flow goes on (`optional`) or ends (`required`) where no device is recognised.",
		},
	}),
}
