package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Any is a stage of any type, with what all types have in common
// (/api/v3/stages/all/). It can be read only.
var Any = kind.Kind{
	Type:     "stage",
	Plural:   "stages",
	Title:    "stage",
	Family:   Family,
	Summary:  "A stage is a step of a flow, here of any type, with the fields that all types have. Use it to refer to stages that are managed elsewhere, such as those that authentik's blueprints create.",
	API:      kind.Endpoint{Path: "/stages/all/"},
	Model:    "authentik_flows.stage",
	Lookups:  []kind.Lookup{kind.By("name")},
	Selects:  []string{"name"},
	Filters:  []string{"name", "meta_model_name"},
	ReadOnly: true,
	Fields:   Base(),
}
