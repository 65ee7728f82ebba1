# The token's user needs the permission
# authentik_rbac.view_role.

# All of them.
data "authentik_rbac_roles" "all" {}

# Those whose name contains a string.
data "authentik_rbac_roles" "some" {
  search = "help"
}

# The UUIDs by name.
output "ids" {
  value = { for role in data.authentik_rbac_roles.all.objects : role.name => role.id }
}
