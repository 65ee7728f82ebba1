# The token's user needs the permission authentik_rbac.view_role.

# By name.
data "authentik_rbac_role" "read_only" {
  name = "authentik Read-only"
}

output "read_only_role" {
  value = data.authentik_rbac_role.read_only.id
}
