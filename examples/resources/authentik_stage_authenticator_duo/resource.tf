# The token's user needs these permissions:
# authentik_stages_authenticator_duo.view_authenticatorduostage
# authentik_stages_authenticator_duo.add_authenticatorduostage
# authentik_stages_authenticator_duo.change_authenticatorduostage
# authentik_stages_authenticator_duo.delete_authenticatorduostage

# The secret is kept in the state.
variable "duo_client_secret" {
  type      = string
  sensitive = true
}

resource "authentik_stage_authenticator_duo" "push" {
  name          = "authenticator-duo-setup"
  api_hostname  = "api-00000000.duosecurity.com"
  client_id     = "DI00000000000000000"
  client_secret = var.duo_client_secret
}
