# The token's user needs these permissions:
# authentik_stages_authenticator_webauthn.view_authenticatorwebauthnstage
# authentik_stages_authenticator_webauthn.add_authenticatorwebauthnstage
# authentik_stages_authenticator_webauthn.change_authenticatorwebauthnstage
# authentik_stages_authenticator_webauthn.delete_authenticatorwebauthnstage
# and, to find the flow by its slug,
# authentik_flows.view_flow

# Up to authentik 2024.2 the permissions end in authenticatewebauthnstage.

# authentik's own flow, in which users set a security key up.
data "authentik_flow" "webauthn_setup" {
  slug = "default-authenticator-webauthn-setup"
}

# Security keys that check their user by a PIN or a fingerprint.
resource "authentik_stage_authenticator_webauthn" "security_key" {
  name                     = "authenticator-webauthn-setup"
  configure_flow           = data.authentik_flow.webauthn_setup.uuid
  authenticator_attachment = "cross-platform"
  user_verification        = "required"
}
