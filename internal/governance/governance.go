// Package governance describes what reviews, offboards and grants access in authentik, and
// what attributes its objects have.
package governance

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&LifecycleRule, &Offboarding, &RequestRule, &RequestRuleBinding, &RequestRuleChildBinding, &ObjectAttribute}
}

// Family is the heading in the documentation.
const Family = "Governance"
