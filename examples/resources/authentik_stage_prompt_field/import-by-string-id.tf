import {
  to = authentik_stage_prompt_field.team
  id = "name=enrollment-team" # or the UUID
}
