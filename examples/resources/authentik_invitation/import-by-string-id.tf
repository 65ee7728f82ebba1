import {
  to = authentik_invitation.partner
  id = "name=partner-2030" # or the UUID
}
