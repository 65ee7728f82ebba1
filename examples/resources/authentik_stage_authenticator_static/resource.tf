# The token's user needs these permissions:
# authentik_stages_authenticator_static.view_authenticatorstaticstage
# authentik_stages_authenticator_static.add_authenticatorstaticstage
# authentik_stages_authenticator_static.change_authenticatorstaticstage
# authentik_stages_authenticator_static.delete_authenticatorstaticstage

resource "authentik_stage_authenticator_static" "codes" {
  name          = "authenticator-static-setup"
  friendly_name = "Recovery codes" # since authentik 2023.4
  token_count   = 10
}
