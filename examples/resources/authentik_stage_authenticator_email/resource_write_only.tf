# The token's user needs these permissions:
# authentik_stages_authenticator_email.view_authenticatoremailstage
# authentik_stages_authenticator_email.add_authenticatoremailstage
# authentik_stages_authenticator_email.change_authenticatoremailstage
# authentik_stages_authenticator_email.delete_authenticatoremailstage

# The secret is neither in the plan nor in the state (Terraform 1.11).
variable "authenticator_email_password" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "authentik_stage_authenticator_email" "own_server" {
  name         = "authenticator-email-own-server"
  host         = "smtp.example.com"
  port         = 587
  use_tls      = true
  username     = "authentik"
  from_address = "login@example.com"

  # Raise the version to send a new password.
  password_wo         = var.authenticator_email_password
  password_wo_version = 1
}
