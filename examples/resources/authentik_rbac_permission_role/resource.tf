# The token's user needs these permissions:
# authentik_rbac.view_role
# authentik_rbac.assign_role_permissions
# authentik_rbac.unassign_role_permissions
# auth.view_permission
# and, to create the role and to find the group,
# authentik_rbac.add_role
# authentik_rbac.change_role
# authentik_rbac.delete_role
# authentik_core.view_group

resource "authentik_rbac_role" "help_desk" {
  name = "help-desk"
}

data "authentik_group" "staff" {
  name = "staff"
}

# On all users.
resource "authentik_rbac_permission_role" "view_user" {
  role       = authentik_rbac_role.help_desk.id
  permission = "authentik_core.view_user"
}

# On this group only.
resource "authentik_rbac_permission_role" "change_staff" {
  role       = authentik_rbac_role.help_desk.id
  permission = "authentik_core.change_group"
  model      = "authentik_core.group"
  object_id  = data.authentik_group.staff.id
}
