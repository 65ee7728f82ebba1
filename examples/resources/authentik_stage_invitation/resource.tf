# The token's user needs these permissions:
# authentik_stages_invitation.view_invitationstage
# authentik_stages_invitation.add_invitationstage
# authentik_stages_invitation.change_invitationstage
# authentik_stages_invitation.delete_invitationstage

# The first stage of a flow that only those can sign up by who have been invited.
resource "authentik_stage_invitation" "invited" {
  name = "enrollment-invitation"
}
