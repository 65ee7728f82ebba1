terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_stage_authenticator_totp" "app" {
  name          = "mfa-totp"
  friendly_name = "Authenticator app"
  digits        = "6"
}

resource "authentik_stage_authenticator_static" "codes" {
  name         = "mfa-codes"
  token_count  = 10
  token_length = 12
}

resource "authentik_stage_authenticator_webauthn" "key" {
  name                     = "mfa-webauthn"
  friendly_name            = "Security key"
  user_verification        = "preferred"
  resident_key_requirement = "preferred"
}

resource "authentik_stage_authenticator_validate" "check" {
  name                  = "mfa-validate"
  device_classes        = ["static", "totp", "webauthn"]
  not_configured_action = "configure"
  configuration_stages = [
    authentik_stage_authenticator_totp.app.id,
    authentik_stage_authenticator_webauthn.key.id,
  ]
  last_auth_threshold = "hours=8"
}

resource "authentik_stage_authenticator_sms" "text" {
  name         = "mfa-sms"
  sms_provider = "twilio"
  from_number  = "+15005550006"
  account_sid  = "AC00000000000000000000000000000000"
  auth         = "not-a-secret"
}
