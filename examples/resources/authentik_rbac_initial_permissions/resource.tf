# The token's user needs these permissions:
# authentik_rbac.view_initialpermissions
# authentik_rbac.add_initialpermissions
# authentik_rbac.change_initialpermissions
# authentik_rbac.delete_initialpermissions
# and, to create the role,
# authentik_rbac.view_role
# authentik_rbac.add_role
# authentik_rbac.change_role
# authentik_rbac.delete_role
# and, to find the permissions,
# auth.view_permission

data "authentik_rbac_permission" "application" {
  for_each = toset(["view_application", "change_application", "delete_application"])

  codename = each.key
  app      = "authentik_core"
  model    = "application"
}

resource "authentik_rbac_role" "publishers" {
  name = "publishers"
}

# Who publishes an application may change and delete it afterwards.
resource "authentik_rbac_initial_permissions" "publishers" {
  name        = "publishers"
  role        = authentik_rbac_role.publishers.id
  permissions = [for permission in data.authentik_rbac_permission.application : permission.id]
}
