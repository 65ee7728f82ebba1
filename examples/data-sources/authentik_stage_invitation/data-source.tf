# The token's user needs the permission authentik_stages_invitation.view_invitationstage.

# By name.
data "authentik_stage_invitation" "invited" {
  name = "enrollment-invited"
}

# The slugs of the flows that only invited users pass.
output "flows" {
  value = data.authentik_stage_invitation.invited.flow_set[*].slug
}
