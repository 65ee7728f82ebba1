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
	Summary: "A prompt field is a field of the forms of prompt stages: an input, a choice or static text. Prompt stages refer to their fields.",
	API:     kind.Endpoint{Path: "/stages/prompt/prompts/"},
	Model:   "authentik_stages_prompt.prompt",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "field_key", "label", "type", "placeholder"},
	Deletes: "its entries in prompt stages",
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the field; the same as `id`.",
		},
		{
			Name: "name", Required: true,
			Description: "Name of the field in the admin interface, unique among prompt fields. On a server whose release lacks it, it is kept in the state only.",
		},
		{
			Name:        "field_key",
			Description: "Name of the input, under which the flow stores the value. With the prefix `attributes.` it becomes an attribute of the user.",
		},
		{
			Name:        "label",
			Description: "Label that users see next to the field.",
		},
		{
			Name:        "type",
			Description: "Type of field.",
		},
		{
			Name: "required", Default: true, Incumbent: false,
			Description: "Whether the field is required.",
		},
		{
			Name: "placeholder", Multiline: true,
			Description: "Placeholder of an empty input. For a choice, its only option or, with `placeholder_expression`, an expression that returns a list of options. Leading and trailing whitespace is ignored.",
		},
		{
			Name: "placeholder_expression", Default: false,
			Description: "Whether `placeholder` is a Python expression.",
		},
		{
			Name: "initial_value", Multiline: true,
			Description: "Initial value of the field, and the only value of a hidden or static one. Leading and trailing whitespace is ignored.",
		},
		{
			Name: "initial_value_expression", Default: false,
			Description: "Whether `initial_value` is a Python expression.",
		},
		{
			Name: "order", Default: 0,
			Description: "Position of the field in a form, in ascending order.",
		},
		{
			Name: "sub_text", Multiline: true,
			Description: "Text below the field, which may contain HTML. Leading and trailing whitespace is ignored.",
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
