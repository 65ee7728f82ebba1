package policy

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Expression is a policy in Python (/api/v3/policies/expression/).
var Expression = kind.Kind{
	Type: "policy_expression", Plural: "policies_expression", Title: "expression policy", Titles: "expression policies", Family: Family,
	Summary: "An expression policy is Python code that decides whether a user or a request passes.",
	Model:   "authentik_policies_expression.expressionpolicy",
	API:     kind.Endpoint{Path: "/policies/expression/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "execution_logging"},
	Deletes: itsBindings,
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "expression", Multiline: true, Description: "Python code that returns true for a user who passes. It can use `request`, `context` and `ak_client_ip`; `ak_message()` tells the user why not. authentik checks its syntax. Leading and trailing whitespace is ignored, so that a heredoc can be used."},
	}),
}
