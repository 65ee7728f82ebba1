# The token's user needs these permissions:
# authentik_stages_authenticator_totp.view_authenticatortotpstage
# authentik_stages_authenticator_totp.add_authenticatortotpstage
# authentik_stages_authenticator_totp.change_authenticatortotpstage
# authentik_stages_authenticator_totp.delete_authenticatortotpstage

resource "authentik_stage_authenticator_totp" "app" {
  name          = "authenticator-totp-setup"
  friendly_name = "Authenticator app" # since authentik 2023.4
  digits        = "6"
}
