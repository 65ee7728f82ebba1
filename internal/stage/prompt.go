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
	Summary: "A prompt stage is the step of a flow in which users fill in fields, such as those of a new user or of their settings.",
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
			Description: "UUIDs of the prompt fields that users are asked for, at least one. Users see them in the `order` that each field has itself.",
		},
		{
			Name: "validation_policies", Default: []string{}, Refers: reference.Policy,
			Description: "UUIDs of the policies that must all let through what users entered.",
		},
	}
}
