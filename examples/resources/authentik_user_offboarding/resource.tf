# The token's user needs these permissions:
# authentik_lifecycle.view_useroffboarding
# authentik_lifecycle.add_useroffboarding
# authentik_lifecycle.delete_useroffboarding
# and, to create what the example refers to,
# authentik_core.view_user
# authentik_core.add_user
# authentik_core.change_user
# authentik_core.delete_user

resource "authentik_user" "contractor" {
  username = "contractor"
  name     = "Contractor"
}

# Since authentik 2026.8, with an enterprise license.
resource "authentik_user_offboarding" "contractor" {
  user         = authentik_user.contractor.id
  scheduled_at = "2030-06-30T18:00:00Z"
  action       = "deactivate"
}
