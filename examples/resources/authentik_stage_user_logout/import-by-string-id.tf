import {
  to = authentik_stage_user_logout.logout
  id = "name=logout-session" # or the UUID
}
