# The token's user needs these permissions:
# authentik_stages_email.view_emailstage
# authentik_stages_email.add_emailstage
# authentik_stages_email.change_emailstage
# authentik_stages_email.delete_emailstage

# The link of a recovery flow. Email goes out as the instance is set up to send it.
resource "authentik_stage_email" "recovery" {
  name                = "recovery-email"
  use_global_settings = true
  subject             = "Reset your password"
  template            = "email/password_reset.html"
  token_expiry        = "hours=1"
}
