import {
  to = authentik_stage_invitation.invited
  id = "name=enrollment-invitation" # or the UUID
}
