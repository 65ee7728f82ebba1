package governance

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// RequestRule says who decides about requests for access (/api/v3/requests/rules/). It has
// two UUIDs: `uuid` is the key and the target of policy bindings, which the server filters
// by `pbm_uuid`.
var RequestRule = kind.Kind{
	Type: "request_rule", Plural: "request_rules", Title: "request rule", Family: Family,
	Summary:     "A request rule says how requests for access are decided. Policy bindings with the rule as their target say who decides; without them nobody can.",
	Model:       "authentik_requests.requestrule",
	API:         kind.Endpoint{Path: "/requests/rules/", Key: "uuid"},
	Lookups:     []kind.Lookup{kind.By("name")},
	NamesRepeat: true,
	Filters:     []string{"name", "pbm_uuid", "request_flow"},
	Enterprise:  true,
	Deletes:     "its request rule bindings and policy bindings",
	Parameters: []kind.Parameter{
		{Name: "request_flow_slug", API: "request_flow__slug", Type: kind.String, Description: "Only those with the flow of this slug."},
	},
	Fields: []kind.Field{
		{Name: "uuid", ReadOnly: true, Description: "UUID of the rule as the API names it; the same as `id`."},
		{Name: "pbm_uuid", Stable: true, Description: "UUID by which authentik filters policy bindings whose target is the rule."},
		{Name: "name", Description: "Name of the rule. Several may have the same name."},
		{Name: "policy_engine_mode", Default: "any", Description: "Whether `all` bindings must let a reviewer through or `any` one is enough."},
		{Name: "min_reviewers", Default: 1, Description: "How many reviewers must agree."},
		{Name: "min_reviewers_is_per_group", Default: false, Description: "Whether `min_reviewers` applies to each bound group rather than to all of them together."},
		{Name: "notification_mode", Default: "all", Description: "Which reviewers are notified: `all`, those that are bound themselves (`direct`), or `min_reviewers` at random (`random_min_reviewers`)."},
		{Name: "notification_transports", Refers: reference.Transport, Description: "IDs of notification transports that tell reviewers."},
		{Name: "request_flow", Refers: reference.Flow, Description: "UUID of the flow for users who request access. If not set, the brand's is used."},
	},
	Excluded: map[string]string{"uuid": "the server generates it", "targets": "the data source of request rule bindings has them"},
}

// RequestRuleBinding says what can be requested (/api/v3/requests/rule-bindings/).
var RequestRuleBinding = kind.Kind{
	Type: "request_rule_binding", Plural: "request_rule_bindings", Title: "request rule binding", Family: Family,
	Summary:     "A request rule binding makes an application or an application entitlement something that users can request. Policy bindings with the request rule binding as their target say who may.",
	Model:       "authentik_requests.requestrulebinding",
	API:         kind.Endpoint{Path: "/requests/rule-bindings/", Key: "uuid"},
	Lookups:     []kind.Lookup{kind.By("rule", "target")},
	NamesRepeat: true,
	Filters:     []string{"rule", "target"},
	Enterprise:  true,
	Deletes:     "its request rule child bindings and policy bindings",
	Fields: []kind.Field{
		{Name: "uuid", ReadOnly: true, Description: "UUID of the binding as the API names it; the same as `id`."},
		{Name: "pbm_uuid", Stable: true, Description: "UUID by which authentik filters policy bindings whose target is the binding."},
		{Name: "rule", Cascades: true, Refers: reference.RequestRule, Description: "ID of the request rule."},
		{Name: "target", Cascades: true, Refers: kind.Reference{Title: "application or application entitlement", Attribute: "uuid"}, Description: "UUID of what can be requested: `uuid` of an application, or `id` of an application entitlement."},
		{Name: "policy_engine_mode", Default: "any", Description: "Whether `all` bindings must let a user through or `any` one is enough."},
		{Name: "expiry_pending", Type: kind.Duration, Default: "hours=1", Description: "How long a request waits for a decision."},
		{Name: "expiry_granted_max", Type: kind.Duration, Default: "hours=1", Description: "Longest time for which access is granted."},
	},
	Excluded: map[string]string{
		"uuid": "the server generates it", "rule_obj": "the data source of request rules has it",
		"related": "the data source of request rule child bindings has them", "related_obj": "the data source of request rule child bindings has them",
	},
}

// RequestRuleChildBinding adds to what a request grants
// (/api/v3/requests/rule-child-bindings/).
var RequestRuleChildBinding = kind.Kind{
	Type: "request_rule_child_binding", Plural: "request_rule_child_bindings", Title: "request rule child binding", Family: Family,
	Summary:    "A request rule child binding adds an object to what a request grants, such as an entitlement to its application.",
	Model:      "authentik_requests.requestrulechildbinding",
	API:        kind.Endpoint{Path: "/requests/rule-child-bindings/", Key: "uuid"},
	Lookups:    []kind.Lookup{kind.By("binding", "target")},
	Filters:    []string{"binding", "target"},
	Enterprise: true,
	Fields: []kind.Field{
		{Name: "uuid", ReadOnly: true, Description: "UUID of the child binding as the API names it; the same as `id`."},
		{Name: "binding", Cascades: true, Refers: reference.RequestRuleBinding, Description: "ID of the request rule binding."},
		{Name: "target", Cascades: true, Refers: kind.Reference{Title: "application or application entitlement", Attribute: "uuid"}, Description: "UUID of what is granted too: `uuid` of an application, or `id` of an application entitlement."},
	},
	Excluded: map[string]string{"uuid": "the server generates it"},
}
