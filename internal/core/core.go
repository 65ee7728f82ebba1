// Package core describes what authentik's API has below /api/v3/core/: applications,
// entitlements, groups, users, tokens and brands.
package core

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&Application, &ApplicationEntitlement, &Brand, &Group, &User, &Token}
}

// The headings in the documentation, as authentik's interface has them.
const (
	applications  = "Applications"
	customization = "Customization"
	directory     = "Directory"
)

// attributes is the field with custom attributes, which several kinds have. The server
// replaces the whole object on a write.
func attributes(of string) kind.Field {
	return kind.Field{
		Name:        "attributes",
		Description: "Custom attributes of the " + of + ", an object such as `jsonencode({ department = \"sales\" })`. It replaces all that are there.",
	}
}
