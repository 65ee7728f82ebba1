// Package core describes what authentik's API has below /api/v3/core/: applications,
// entitlements, groups, users, tokens and brands.
package core

import (
	"encoding/json"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

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
		Name: "attributes", Check: jsonObject,
		Description: "Custom attributes of the " + of + ", an object such as `jsonencode({ department = \"sales\" })`.", Usage: "It replaces all attributes that are there.",
	}
}

// jsonObject refuses JSON that is no object, as the server does.
func jsonObject(set string) string {
	var decoded any
	if json.Unmarshal([]byte(set), &decoded) != nil {
		return "" // the type says what is wrong
	}
	if _, isObject := decoded.(map[string]any); !isObject {
		return "Expected a JSON object, such as `jsonencode({ department = \"sales\" })`."
	}
	return ""
}
