package core

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// ApplicationEntitlement is a right within an application
// (/api/v3/core/application_entitlements/). The server takes bindings of groups and users
// to it, not of policies.
var ApplicationEntitlement = kind.Kind{
	Type: "application_entitlement", Plural: "application_entitlements", Title: "application entitlement", Family: applications,
	Summary: "An application entitlement is a right within an application, such as `Admin`. Groups and users who are bound to it by a policy binding have it, and property mappings can ask for it.",
	Model:   "authentik_core.applicationentitlement",
	API:     kind.Endpoint{Path: "/core/application_entitlements/", Key: "pbm_uuid"},
	Lookups: []kind.Lookup{kind.By("application", "name")},
	Filters: []string{"application", "name"}, Unsearchable: true,
	Deletes: "its policy bindings",
	Fields: []kind.Field{
		{Name: "pbm_uuid", Description: "UUID of the entitlement as the API names it; the same as `id`. It is the `target` of policy bindings."},
		{Name: "name", Description: "Name of the entitlement, unique within the application."},
		{Name: "application", API: "app", Cascades: true, Refers: reference.Application, Description: "UUID of the application, which the token's user must be allowed to view. The API's name of the field is `app`."},
		attributes("application entitlement"),
	},
}
