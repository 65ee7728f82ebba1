package policy

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Any is a policy of any type (/api/v3/policies/all/). It can be read only. The list
// has no filter by name, so that it is searched and compared.
var Any = kind.Kind{
	Type: "policy", Plural: "policies", Title: "policy", Titles: "policies", Family: Family,
	Summary:  "A policy decides whether a user or a request passes what it is bound to. This data source covers all types, with the fields that they share.",
	Model:    "authentik_policies.policy",
	API:      kind.Endpoint{Path: "/policies/all/"},
	Lookups:  []kind.Lookup{kind.By("name")},
	Filters:  []string{"name", "meta_model_name"},
	ReadOnly: true,
	Fields:   named("search"),
}

// base are the fields of all policies (PolicySerializer).
func base() []kind.Field { return named("") }

// named are the fields of all policies, the name with its filter.
func named(filter string) []kind.Field {
	return []kind.Field{
		{Name: "pk", Description: "UUID of the policy as the API names it; the same as `id`."},
		{Name: "name", Filter: filter, Description: "Name of the policy, unique among policies of all types."},
		{Name: "execution_logging", Default: false, Description: "Whether every evaluation is logged as an event, whatever its result."},
		{Name: "component", Description: "Web component with which authentik's admin interface edits the policy."},
		{Name: "verbose_name", Description: "Name of the policy's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the policy, `app.model`."},
		{Name: "bound_to", Description: "Number of objects that the policy is bound to."},
	}
}
