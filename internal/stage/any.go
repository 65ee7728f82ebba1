package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/object"

// Any is a stage of whatever type, with what all types have in common
// (/api/v3/stages/all/). It can be read only.
var Any = object.Object{
	Type:       "stage",
	Plural:     "stages",
	Title:      "stage",
	Family:     Family,
	Summary:    "It is a step of a flow, of whatever type, with the fields that all types have. It serves to refer to stages that are not managed here, such as those that authentik's blueprints make.",
	Path:       "/stages/all/",
	Model:      "authentik_flows.stage",
	Lookups:    []object.Lookup{object.By("name")},
	Filters:    []string{"name", "meta_model_name"},
	ReadOnly:   true,
	Attributes: Base(),
}
