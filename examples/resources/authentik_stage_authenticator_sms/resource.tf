# The token's user needs these permissions:
# authentik_stages_authenticator_sms.view_authenticatorsmsstage
# authentik_stages_authenticator_sms.add_authenticatorsmsstage
# authentik_stages_authenticator_sms.change_authenticatorsmsstage
# authentik_stages_authenticator_sms.delete_authenticatorsmsstage

# The secret is kept in the state.
variable "twilio_auth_token" {
  type      = string
  sensitive = true
}

resource "authentik_stage_authenticator_sms" "twilio" {
  name        = "authenticator-sms-setup"
  from_number = "+15005550006"
  account_sid = "AC00000000000000000000000000000000"
  auth        = var.twilio_auth_token
}
