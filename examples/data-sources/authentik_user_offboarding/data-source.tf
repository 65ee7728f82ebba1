# The token's user needs the permission authentik_lifecycle.view_useroffboarding.

data "authentik_user" "contractor" {
  username = "contractor"
}

# The pending offboarding of a user.
data "authentik_user_offboarding" "contractor" {
  user   = data.authentik_user.contractor.id
  status = "pending"
}

output "scheduled_at" {
  value = data.authentik_user_offboarding.contractor.scheduled_at
}
