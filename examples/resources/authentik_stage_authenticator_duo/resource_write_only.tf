# The token's user needs these permissions:
# authentik_stages_authenticator_duo.view_authenticatorduostage
# authentik_stages_authenticator_duo.add_authenticatorduostage
# authentik_stages_authenticator_duo.change_authenticatorduostage
# authentik_stages_authenticator_duo.delete_authenticatorduostage

# The secret is neither in the plan nor in the state (Terraform 1.11).
variable "duo_client_key" {
  type      = string
  sensitive = true
  ephemeral = true
}

variable "duo_admin_key" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "authentik_stage_authenticator_duo" "with_import" {
  name         = "authenticator-duo-with-import"
  api_hostname = "api-00000000.duosecurity.com"
  client_id    = "DI00000000000000000"

  # Raise a version to send its secret again.
  client_secret_wo         = var.duo_client_key
  client_secret_wo_version = 1

  # For the devices that users have at Duo already.
  admin_integration_key       = "DI11111111111111111"
  admin_secret_key_wo         = var.duo_admin_key
  admin_secret_key_wo_version = 1
}
