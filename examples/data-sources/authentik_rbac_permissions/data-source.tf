# The token's user needs the permission auth.view_permission.

# All permissions.
data "authentik_rbac_permissions" "all" {}

output "ids" {
  value = data.authentik_rbac_permissions.all.ids
}
