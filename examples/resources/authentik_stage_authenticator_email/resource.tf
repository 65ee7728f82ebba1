# The token's user needs these permissions:
# authentik_stages_authenticator_email.view_authenticatoremailstage
# authentik_stages_authenticator_email.add_authenticatoremailstage
# authentik_stages_authenticator_email.change_authenticatoremailstage
# authentik_stages_authenticator_email.delete_authenticatoremailstage

# Needs authentik 2025.2. Email goes out as the instance is set up to send it.
resource "authentik_stage_authenticator_email" "code" {
  name                = "authenticator-email-setup"
  use_global_settings = true
  subject             = "Your sign-in code"
  token_expiry        = "minutes=10"
}
