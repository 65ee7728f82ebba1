# The token's user needs the permission auth.view_permission.

# By codename; with the app and the kind of object there is no doubt.
data "authentik_rbac_permission" "reset_password" {
  codename = "reset_user_password"
  app      = "authentik_core"
  model    = "user"
}

output "permission_id" {
  value = data.authentik_rbac_permission.reset_password.id
}
