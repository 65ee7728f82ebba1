# The token's user needs these permissions:
# authentik_core.view_group
# authentik_core.change_group
# and, to find the role by its name,
# authentik_rbac.view_role

data "authentik_group" "auditors" {
  name = "auditors"
}

data "authentik_rbac_role" "read_only" {
  name = "authentik Read-only"
}

# The group's other roles stay as they are.
resource "authentik_rbac_group_role" "auditors" {
  group = data.authentik_group.auditors.id
  role  = data.authentik_rbac_role.read_only.id
}
