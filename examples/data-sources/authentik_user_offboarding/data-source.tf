# The token's user needs the permission authentik_lifecycle.view_useroffboarding.

# By UUID.
data "authentik_user_offboarding" "contractor" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451294"
}

output "scheduled_at" {
  value = data.authentik_user_offboarding.contractor.scheduled_at
}
