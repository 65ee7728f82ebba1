package policy

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Binding ties a policy, a group or a user to a target (/api/v3/policies/bindings/). The
// server validates it only with `target` and exactly one subject in the body.
//
// The body has the target's own key, the list's filter the UUID of its policy binding
// model, which differs for flows and flow stage bindings: the server then answers 400.
var Binding = kind.Kind{
	Type: "policy_binding", Plural: "policy_bindings", Title: "policy binding", Family: Family,
	Summary: "A policy binding ties a policy, a group or a user to what it guards, such as an application, a flow, a flow stage binding or a source.",
	Model:   "authentik_policies.policybinding",
	API:     kind.Endpoint{Path: "/policies/bindings/"},
	Lookups: []kind.Lookup{
		{Fields: []string{"target", "policy"}, Narrower: "order"},
		{Fields: []string{"target", "group"}, Narrower: "order"},
		{Fields: []string{"target", "user"}, Narrower: "order"},
	},
	NamesRepeat: true,
	Filters:     []string{"target", "policy", "group", "user", "order", "enabled"},
	Rules:       []kind.Rule{kind.ExactlyOneOf("policy", "group", "user")},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the binding as the API names it; the same as `id`."},
		{Name: "target", Cascades: true, FilterMayFail: true, Refers: kind.Reference{Title: "application, flow or source", Attribute: "uuid"}, Description: "UUID of what is guarded: `uuid` of an application, flow or source, or `id` of anything else."},
		{Name: "policy", Cascades: true, Refers: reference.Policy, Description: "UUID of the policy.", Usage: "Exactly one of `policy`, `group` and `user` must be set."},
		{Name: "group", Cascades: true, Refers: reference.Group, Description: "UUID of the group whose members pass."},
		{Name: "user", Cascades: true, Refers: reference.User, Description: "ID of the user who passes."},
		{Name: "order", Description: "Position among the target's bindings; lower numbers are evaluated first."},
		{Name: "negate", Default: false, Description: "Whether the result is inverted, so that those who would pass are refused."},
		{Name: "enabled", Default: true, Description: "Whether the binding is evaluated."},
		{Name: "timeout", Default: 30, Description: "How long the policy may run, in seconds."},
		{Name: "failure_result", Default: false, Description: "Result if the policy fails with an error or times out."},
		{Name: "expires", Description: "When the server deletes a binding that an access request created."},
		{Name: "expiring", Description: "Whether the binding expires."},
	},
	Excluded: map[string]string{
		"policy_obj": "the data source of policies has it", "group_obj": "the data source of groups has it", "user_obj": "the data source of users has it",
	},
}
