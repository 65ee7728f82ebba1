# The token's user needs the permission
# authentik_stages_email.view_emailstage.

# By name.
data "authentik_stage_email" "recovery_email" {
  name = "recovery-email"
}

# How long the link is valid.
output "recovery_email_expiry" {
  value = data.authentik_stage_email.recovery_email.token_expiry
}
