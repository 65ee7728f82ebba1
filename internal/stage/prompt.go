package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Prompt is the stage that asks users for fields (/api/v3/stages/prompt/stages/).
var Prompt = kind.Kind{
	Type:    "stage_prompt",
	Plural:  "stages_prompt",
	Title:   "prompt stage",
	Family:  Family,
	Summary: "A prompt stage is a step of a flow in which users fill in a form, such as the data of a new user or their settings.",
	API:     kind.Endpoint{Path: "/stages/prompt/stages/"},
	Model:   "authentik_stages_prompt.promptstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: itsBindings,
	Fields:  slices.Concat(Base(), asking()),
}

// asking are the fields of a prompt stage that other stages have not. The server sends
// both in any order: fields are shown by an order of their own.
func asking() []kind.Field {
	return []kind.Field{
		{
			Name: "fields", Required: true, Refers: reference.PromptField,
			Description: "UUIDs of the prompt fields of the form, at least one. The `order` of each field determines its position.",
		},
		{
			Name: "validation_policies", Default: []string{}, Refers: reference.Policy,
			Description: "UUIDs of the policies that validate the input. All of them must pass.",
		},
	}
}
