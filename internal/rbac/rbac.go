// Package rbac describes what authentik's API has below /api/v3/rbac/: roles, their
// permissions, and the permissions that creators get on what they create.
package rbac

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&Role, &InitialPermissions, &Permission}
}

// directory is the heading in the documentation, as authentik's interface has it.
const directory = "Directory"
