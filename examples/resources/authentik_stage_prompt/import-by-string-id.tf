import {
  to = authentik_stage_prompt.profile
  id = "name=enrollment-profile" # or the UUID
}
