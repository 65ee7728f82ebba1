package rbac

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Role is a set of permissions (/api/v3/rbac/roles/). Its list can be filtered by name
// since 2025.10 only, so the search does that.
var Role = kind.Kind{
	Type: "rbac_role", Plural: "rbac_roles", Title: "role", Family: directory,
	Summary: "A role holds permissions, which its users and the members of its groups have. `authentik_rbac_permission_role` gives it one.",
	Model:   "authentik_rbac.role",
	API:     kind.Endpoint{Path: "/rbac/roles/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Parameters: []kind.Parameter{
		{Name: "users", Type: kind.Int, Description: "Only those that the user with this ID has directly. Needs authentik 2025.12 or later."},
		{Name: "unmanaged", API: "managed__isnull", Type: kind.Bool, Description: "Without the roles that authentik manages itself, such as those of single users, if true; only those if false. Needs authentik 2025.12 or later."},
	},
	Deletes: "its permissions and initial permissions, and takes it from its users and groups",
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the role as the API names it; the same as `id`."},
		{Name: "name", Filter: "search", MaxLength: 150, Description: "Name of the role, unique."},
	},
}

// InitialPermissions are given to a role's users on what they create
// (/api/v3/rbac/initial_permissions/).
var InitialPermissions = kind.Kind{
	Type: "rbac_initial_permissions", Plural: "rbac_initial_permissions_list", Title: "initial permissions object", Family: directory,
	Summary: "An initial permissions object says which permissions a role gets on each object that one of its users creates.",
	Model:   "authentik_rbac.initialpermissions",
	API:     kind.Endpoint{Path: "/rbac/initial_permissions/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Fields: []kind.Field{
		{Name: "pk", Description: "Number of the object; the same as `id`."},
		{Name: "name", Description: "Name, unique."},
		{Name: "role", Cascades: true, Refers: reference.Role, Description: "UUID of the role to whose users this applies. Deleting the role deletes it."},
		{Name: "permissions", Refers: reference.Permission, Description: "IDs of the permissions. They differ between servers and releases, so take them from the data source `authentik_rbac_permission`."},
		{Name: "mode", Optional: true, Default: "role", NotIncumbent: true, Description: "Who gets the permissions: the `role`, or the `user` who creates the object."},
	},
	Excluded: map[string]string{"permissions_obj": "the permissions in full"},
}
