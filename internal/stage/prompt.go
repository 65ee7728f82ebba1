package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Prompt is the stage that asks users for fields (/api/v3/stages/prompt/stages/).
var Prompt = object.Object{
	Type:       "stage_prompt",
	Plural:     "stages_prompt",
	Title:      "prompt stage",
	Family:     Family,
	Summary:    "It is the step of a flow in which users fill in fields, such as those of a new user or of their settings.",
	Path:       "/stages/prompt/stages/",
	Model:      "authentik_stages_prompt.promptstage",
	Lookups:    []object.Lookup{object.By("name")},
	Filters:    []string{"name"},
	Deletes:    itsBindings,
	Attributes: slices.Concat(Base(), asking()),
}

// asking are the fields of a prompt stage that other stages have not. The server sends
// both in any order: fields are shown by an order of their own.
func asking() []object.Attribute {
	return []object.Attribute{
		{
			Name: "fields", Kind: object.Set, Of: object.UUID, Required: true,
			Description: "UUIDs of the prompt fields that users are asked for, at least one. Users see them in the `order` that each field has itself.",
		},
		{
			Name: "validation_policies", Kind: object.Set, Of: object.UUID, Default: []string{},
			Description: "UUIDs of the policies that must all let through what users entered.",
		},
	}
}
