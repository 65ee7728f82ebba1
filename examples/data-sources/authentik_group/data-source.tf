# The token's user needs the permission authentik_core.view_group.

# By name.
data "authentik_group" "admins" {
  name = "authentik Admins"
}

# By UUID.
data "authentik_group" "by_id" {
  id = data.authentik_group.admins.id
}

output "is_superuser" {
  value = data.authentik_group.admins.is_superuser
}
