package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// PromptField is a field that prompt stages ask for (/api/v3/stages/prompt/prompts/). It is
// no stage. Its name came with authentik 2023.2; before, nothing but the UUID tells two
// fields apart.
var PromptField = kind.Kind{
	Type:    "stage_prompt_field",
	Plural:  "stage_prompt_fields",
	Title:   "prompt field",
	Family:  Family,
	Summary: "A prompt field is a field of a form that a prompt stage shows: an input, a choice or a text to read. Prompt stages list the fields that they show.",
	API:     kind.Endpoint{Path: "/stages/prompt/prompts/"},
	Model:   "authentik_stages_prompt.prompt",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "field_key", "label", "type", "placeholder"},
	Deletes: "its place in every prompt stage",
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the field as the API names it; the same as `id`.",
		},
		{
			Name: "name", Required: true,
			Description: "Name of the field in the admin interface, unique among prompt fields. A release without it keeps nothing of it, and Terraform keeps it for itself.",
		},
		{
			Name:        "field_key",
			Description: "Name of the form's input, under which the flow keeps what was entered; `attributes.` before it makes it an attribute of the user.",
		},
		{
			Name:        "label",
			Description: "What users see beside the field.",
		},
		{
			Name:        "type",
			Description: "Sort of field. The text areas, `radio-button-group` and `dropdown` came with authentik 2023.4, the alerts with 2026.5.",
		},
		{
			Name: "required", Default: true, Incumbent: false,
			Description: "Whether users must fill the field in.",
		},
		{
			Name: "placeholder", Multiline: true,
			Description: "Hint that an empty input shows. For a choice, the only value to choose or, with `placeholder_expression`, an expression that returns a list of them. Blanks and line ends at its ends make no difference.",
		},
		{
			Name: "placeholder_expression", Default: false,
			Description: "Whether `placeholder` is a Python expression.",
		},
		{
			Name: "initial_value", Multiline: true,
			Description: "What the field holds at first, and all that a hidden or static one holds. Blanks and line ends at its ends make no difference.",
		},
		{
			Name: "initial_value_expression", Default: false,
			Description: "Whether `initial_value` is a Python expression.",
		},
		{
			Name: "order", Default: 0,
			Description: "Place of the field in a form: fields come in ascending order.",
		},
		{
			Name: "sub_text", Multiline: true,
			Description: "Text below the field, which may have HTML in it. Blanks and line ends at its ends make no difference.",
		},
		{
			Name: "promptstage_set", ReadOnly: true, SortBy: []string{"name", "pk"}, Fields: alone(),
			Description: "Prompt stages that show the field, sorted by `name`. Newer releases have `prompt_stages_obj` instead.",
		},
		{
			Name: "prompt_stages_obj", SortBy: []string{"name", "pk"}, Fields: slices.Concat(alone(), asking()),
			Description: "Prompt stages that show the field, sorted by `name`. Older releases have `promptstage_set` instead.",
		},
	},
	Excluded: map[string]string{
		"promptstage_set[].flow_set":   flowsElsewhere,
		"prompt_stages_obj[].flow_set": flowsElsewhere,
	},
}

const flowsElsewhere = "the data source of prompt stages has the flows of each"

// alone are the fields of a stage without its flows.
func alone() []kind.Field {
	return slices.DeleteFunc(Base(), func(field kind.Field) bool { return field.Name == "flow_set" })
}
