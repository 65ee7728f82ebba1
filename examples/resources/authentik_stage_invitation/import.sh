# By name.
terraform import authentik_stage_invitation.invited "name=enrollment-invitation"

# By UUID.
terraform import authentik_stage_invitation.invited 3bf659cf-9f91-4bc0-a3da-cabaa2096110
