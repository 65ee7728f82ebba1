package policy

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Expiry is a policy on the age of passwords (/api/v3/policies/password_expiry/).
var Expiry = kind.Kind{
	Type: "policy_expiry", Plural: "policies_expiry", Title: "password expiry policy", Titles: "password expiry policies", Family: Family,
	Summary: "A password expiry policy refuses users whose password is older than a number of days.",
	Model:   "authentik_policies_expiry.passwordexpirypolicy",
	API:     kind.Endpoint{Path: "/policies/password_expiry/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "execution_logging", "days", "deny_only"},
	Deletes: itsBindings,
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "days", Description: "Age, in days, at which a password expires."},
		{Name: "deny_only", Default: false, Description: "Whether users with an expired password are only refused. Otherwise their password also becomes unusable, so that they have to recover their account."},
	}),
}

// UniquePassword is a policy on passwords that were used before
// (/api/v3/policies/unique_password/).
var UniquePassword = kind.Kind{
	Type: "policy_unique_password", Plural: "policies_unique_password", Title: "password uniqueness policy", Titles: "password uniqueness policies", Family: Family,
	Summary:    "A password uniqueness policy refuses a new password that the user had before. authentik keeps hashes of former passwords while such a policy is bound.",
	Model:      "authentik_policies_unique_password.uniquepasswordpolicy",
	API:        kind.Endpoint{Path: "/policies/unique_password/"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "password_field", "num_historical_passwords"},
	Enterprise: true,
	Deletes:    itsBindings,
	Fields: slices.Concat(base(), []kind.Field{
		passwordField(),
		{Name: "num_historical_passwords", Default: 1, Description: "Number of former passwords that may not be used again."},
	}),
}

// Dummy is a policy for tests (/api/v3/policies/dummy/).
var Dummy = kind.Kind{
	Type: "policy_dummy", Plural: "policies_dummy", Title: "dummy policy", Titles: "dummy policies", Family: Family,
	Summary: "A dummy policy waits and then gives a fixed result. It is for testing flows and bindings.",
	Model:   "authentik_policies_dummy.dummypolicy",
	API:     kind.Endpoint{Path: "/policies/dummy/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "execution_logging", "result"},
	Deletes: itsBindings,
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "result", Default: false, Description: "Whether users pass."},
		{Name: "wait_min", Default: 5, Description: "Shortest time that the policy waits, in seconds."},
		{Name: "wait_max", Default: 30, Description: "Longest time that the policy waits, in seconds. The actual time is random, between `wait_min` and this."},
	}),
}
