package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Endpoint is the stage that finds out which device a user sits at
// (/api/v3/stages/endpoints/). The server's answer to a create shows the connector
// without its type, a read shows it with it.
var Endpoint = object.Object{
	Type:    "stage_endpoints",
	Plural:  "stages_endpoints",
	Title:   "endpoint stage",
	Family:  Family,
	Summary: "It is the step of a flow in which the user's device is recognised through an endpoint connector.",
	Path:    "/stages/endpoints/",
	Model:   "authentik_endpoints.endpointstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "connector", "mode"},
	Deletes: itsBindings,
	Attributes: slices.Concat(youngBase(), []object.Attribute{
		{
			Name: "connector", Kind: object.UUID, Required: true,
			Description: "UUID of the endpoint connector that knows the devices. authentik takes only one whose type works with stages.",
		},
		{
			Name: "connector_obj", Kind: object.Nested, ReadOnly: true,
			Description: "The connector, with the fields that connectors of all types have.",
			Attributes: []object.Attribute{
				{Name: "connector_uuid", Kind: object.UUID, ReadOnly: true, Description: "UUID of the connector."},
				{Name: "name", ReadOnly: true, Description: "Name of the connector."},
				{Name: "enabled", Kind: object.Bool, ReadOnly: true, Description: "Whether the connector is in use."},
				{Name: "component", ReadOnly: true, Description: "Name of the web component with which authentik's admin interface edits the connector."},
				{Name: "verbose_name", ReadOnly: true, Description: "What the connector's type is called, in the server's language."},
				{Name: "verbose_name_plural", ReadOnly: true, Description: "What several connectors of the type are called, in the server's language."},
				{Name: "meta_model_name", ReadOnly: true, Description: "The type of the connector independent of language, as `app.model`."},
			},
		},
		{
			Name: "mode", Default: "optional", Values: []string{"optional", "required"},
			Description: "Whether the flow goes on (`optional`) or ends (`required`) where no device is recognised.",
		},
	}),
}
