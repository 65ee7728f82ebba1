# The token's user needs the permission
# authentik_rbac.view_initialpermissions.

# All of them.
data "authentik_rbac_initial_permissions_list" "all" {}

# Those whose name contains a string.
data "authentik_rbac_initial_permissions_list" "some" {
  search = "publishers"
}

# The IDs by name.
output "ids" {
  value = { for object in data.authentik_rbac_initial_permissions_list.all.objects : object.name => object.id }
}
