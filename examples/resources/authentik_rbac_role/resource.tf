# The token's user needs these permissions:
# authentik_rbac.view_role
# authentik_rbac.add_role
# authentik_rbac.change_role
# authentik_rbac.delete_role

resource "authentik_rbac_role" "help_desk" {
  name = "help-desk"
}
