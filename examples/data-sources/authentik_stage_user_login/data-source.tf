# The token's user needs the permission authentik_stages_user_login.view_userloginstage.

# By name.
data "authentik_stage_user_login" "default" {
  name = "default-authentication-login"
}

# How long a session lasts.
output "session_duration" {
  value = data.authentik_stage_user_login.default.session_duration
}
