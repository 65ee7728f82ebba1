# The token's user needs the permission authentik_core.view_user.

# By username.
data "authentik_user" "admin" {
  username = "akadmin"
}

output "admin_is_active" {
  value = data.authentik_user.admin.is_active
}
