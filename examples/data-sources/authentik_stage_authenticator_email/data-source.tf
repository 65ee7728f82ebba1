# The token's user needs the permission
# authentik_stages_authenticator_email.view_authenticatoremailstage.

# By name.
data "authentik_stage_authenticator_email" "email_code" {
  name = "authenticator-email-setup"
}

# How long a code is valid.
output "email_code_expiry" {
  value = data.authentik_stage_authenticator_email.email_code.token_expiry
}
