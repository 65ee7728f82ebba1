# The token's user needs these permissions:
# authentik_stages_authenticator_sms.view_authenticatorsmsstage
# authentik_stages_authenticator_sms.add_authenticatorsmsstage
# authentik_stages_authenticator_sms.change_authenticatorsmsstage
# authentik_stages_authenticator_sms.delete_authenticatorsmsstage

# The secret is neither in the plan nor in the state (Terraform 1.11).
variable "gateway_token" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "authentik_stage_authenticator_sms" "gateway" {
  name         = "authenticator-sms-gateway"
  sms_provider = "generic"
  from_number  = "Example"
  account_sid  = "https://sms.example.com/send"
  auth_type    = "bearer"

  # Raise the version to send a new token.
  auth_wo         = var.gateway_token
  auth_wo_version = 1
}
