// Package policy describes authentik's policies, and what binds them to what they guard.
package policy

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&Any, &Binding, &Expression}
}

// Family is the heading in the documentation.
const Family = "Policies"
