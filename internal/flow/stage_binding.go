package flow

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// StageBinding makes a stage part of a flow (/api/v3/flows/bindings/). It has no name;
// the server lets one flow have a stage once at each place.
var StageBinding = kind.Kind{
	Type:    "flow_stage_binding",
	Plural:  "flow_stage_bindings",
	Title:   "flow stage binding",
	Family:  stage.Family,
	Summary: "A flow stage binding adds a stage to a flow at a given position. Policies that are bound to it decide whether the stage is used.",
	API:     kind.Endpoint{Path: "/flows/bindings/"},
	Model:   "authentik_flows.flowstagebinding",
	Lookups: []kind.Lookup{{Fields: []string{"target", "stage"}, Narrower: "order"}},
	Filters: []string{"target", "stage", "order", "policy_engine_mode", "invalid_response_action", "evaluate_on_plan", "re_evaluate_policies"},
	Deletes: "the policy bindings whose target it is",
	Rules:   []kind.Rule{checkEvaluation},
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the binding; the same as `id`.",
		},
		{
			Name: "policybindingmodel_ptr_id", Stable: true,
			Description: "Second UUID of the binding, useful only to filter the list of policy bindings. The `target` of a policy binding is the binding's `id`.",
		},
		{
			Name: "target", Cascades: true, Refers: reference.Flow,
			Description: "UUID of the flow.",
		},
		{
			Name: "stage", Cascades: true, Refers: reference.Stage,
			Description: "UUID of the stage.",
		},
		{
			Name: "stage_obj", Fields: stage.Base(),
			Description: "The stage, with the fields that stages of all types have.",
		},
		{
			Name:        "order",
			Description: "Position of the stage in the flow, in ascending order.",
		},
		{
			Name: "evaluate_on_plan", Default: false, Incumbent: true,
			Description: "Whether policies are evaluated when the flow is planned, before a user is known. authentik's own default was `true` up to 2023.2.",
		},
		{
			Name: "re_evaluate_policies", Default: true, Incumbent: false,
			Description: "Whether policies are evaluated again when the stage is reached. authentik's own default was `false` up to 2023.2.",
		},
		{
			Name: "policy_engine_mode", Default: "any",
			Description: "Whether all policies that are bound to the binding must pass (`all`) or one is enough (`any`).",
		},
		{
			Name: "invalid_response_action", Default: "retry",
			Description: "What happens after an invalid response to the stage: show it again (`retry`), restart the flow (`restart`), or restart it and keep its context (`restart_with_context`).",
		},
	},
}

// checkEvaluation finds a binding whose policies would never be evaluated, which the
// server refuses from 2023.3 on.
func checkEvaluation(arguments kind.Arguments) []kind.Finding {
	onPlan, known := arguments.Bool("evaluate_on_plan")
	again, alsoKnown := arguments.Bool("re_evaluate_policies")
	if !known || !alsoKnown || onPlan || again {
		return nil
	}
	return []kind.Finding{{
		Attribute: "re_evaluate_policies", Summary: "Policies would never be evaluated",
		Detail: "`evaluate_on_plan` and `re_evaluate_policies` are both false, which authentik refuses. Set one of them to true.",
	}}
}
