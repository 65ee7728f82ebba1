# The token's user needs these permissions:
# authentik_stages_email.view_emailstage
# authentik_stages_email.add_emailstage
# authentik_stages_email.change_emailstage
# authentik_stages_email.delete_emailstage

# The secret is neither in the plan nor in the state (Terraform 1.11).
variable "email_password" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "authentik_stage_email" "own_server" {
  name                     = "enrollment-email"
  host                     = "smtp.example.com"
  port                     = 587
  use_tls                  = true
  username                 = "authentik"
  from_address             = "welcome@example.com"
  subject                  = "Confirm your email address"
  template                 = "email/account_confirmation.html"
  activate_user_on_success = true

  # Raise the version to send a new password.
  password_wo         = var.email_password
  password_wo_version = 1
}
