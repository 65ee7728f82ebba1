# The token's user needs the permission authentik_rbac.view_initialpermissions.

# By name.
data "authentik_rbac_initial_permissions" "publishers" {
  name = "publishers"
}

output "publishers_role" {
  value = data.authentik_rbac_initial_permissions.publishers.role
}
