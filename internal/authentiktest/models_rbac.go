package authentiktest

// Paths of roles and permissions.
const (
	roles       = "/rbac/roles/"
	permissions = "/rbac/permissions/"
	grants      = "grants" // of permissions to roles
)

// rbacModels are roles and what they may do.
func rbacModels() map[string]*model {
	return map[string]*model{
		roles: {
			unique:  []uniqueness{{field: "name", scope: roles, message: "Role with this name already exists."}},
			aliases: map[string]string{"users": "users"},
			filters: map[string]filter{"users": byMember, "managed__isnull": byUnmanaged},
			order:   []string{"name"}, search: []string{"name"},
		},
		"/rbac/initial_permissions/": {
			sequence:   "initial permissions",
			derived:    computed{"permissions_obj": each("permissions")},
			references: map[string]reference{"role": {to: roles, cascades: true}, "permissions": {to: permissions}},
			unique:     []uniqueness{{field: "name", scope: "initial permissions", message: "Initial Permissions with this name already exists."}},
			order:      []string{"name"}, search: []string{"name"},
		},
		permissions: {
			sequence: "permissions", key: "id",
			filters: map[string]filter{"role": byRole, "user": byRole},
			aliases: map[string]string{"content_type__app_label": "app_label", "content_type__model": "model"},
			order:   []string{"name"}, search: []string{"codename", "model", "app_label"},
		},
		grants: {
			sequence:   "grants",
			references: map[string]reference{"role": {to: roles, cascades: true}, "permission": {to: permissions, cascades: true}},
		},
	}
}
