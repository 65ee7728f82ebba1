# The token's user needs these permissions:
# authentik_stages_user_logout.view_userlogoutstage
# authentik_stages_user_logout.add_userlogoutstage
# authentik_stages_user_logout.change_userlogoutstage
# authentik_stages_user_logout.delete_userlogoutstage

# The last stage of a flow with the designation "invalidation".
resource "authentik_stage_user_logout" "logout" {
  name = "logout-session"
}
