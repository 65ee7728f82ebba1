# The token's user needs these permissions:
# authentik_rbac.view_role
# authentik_rbac.change_role
# authentik_core.view_user

data "authentik_rbac_role" "read_only" {
  name = "authentik Read-only"
}

data "authentik_user" "auditor" {
  username = "auditor"
}

# The user's other roles stay as they are.
resource "authentik_rbac_role_membership" "auditor" {
  role = data.authentik_rbac_role.read_only.id
  user = data.authentik_user.auditor.id
}
