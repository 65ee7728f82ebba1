import {
  to = authentik_stage_invitation.invited
  identity = {
    id = "3bf659cf-9f91-4bc0-a3da-cabaa2096110"
  }
}
