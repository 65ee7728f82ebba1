# The token's user needs the permission authentik_core.view_group.

# By name. This one comes with authentik.
data "authentik_group" "admins" {
  name = "authentik Admins"
}

output "id" {
  value = data.authentik_group.admins.id
}
