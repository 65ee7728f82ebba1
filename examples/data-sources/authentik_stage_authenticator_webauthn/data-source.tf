# The token's user needs the permission
# authentik_stages_authenticator_webauthn.view_authenticatorwebauthnstage.

# By name. Up to authentik 2024.2 the permission ends in authenticatewebauthnstage.
data "authentik_stage_authenticator_webauthn" "webauthn" {
  name = "default-authenticator-webauthn-setup"
}

# Whether authenticators have to check their user.
output "webauthn_user_verification" {
  value = data.authentik_stage_authenticator_webauthn.webauthn.user_verification
}
