# The token's user needs the permission authentik_stages_password.view_passwordstage.

# By name.
data "authentik_stage_password" "default" {
  name = "default-authentication-password"
}

# What passwords are compared with.
output "backends" {
  value = data.authentik_stage_password.default.backends
}
