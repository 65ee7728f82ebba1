# The token's user needs the permission
# authentik_stages_authenticator_duo.view_authenticatorduostage.

# By name.
data "authentik_stage_authenticator_duo" "duo" {
  name = "authenticator-duo-setup"
}

# Duo's host that the stage talks to.
output "duo_api_hostname" {
  value = data.authentik_stage_authenticator_duo.duo.api_hostname
}
