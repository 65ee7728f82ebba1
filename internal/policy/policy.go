// Package policy describes authentik's policies, and what binds them to what they guard.
package policy

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{
		&Any, &Binding, &Dummy, &EventMatcher, &Expiry, &Expression, &GeoIP, &Password, &Reputation, &UniquePassword,
	}
}

// Family is the heading in the documentation.
const Family = "Policies"

// itsBindings is what the server deletes along with any policy.
const itsBindings = "its policy bindings"
