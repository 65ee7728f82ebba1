import {
  to = authentik_stage_dummy.placeholder
  id = "name=dummy" # or the UUID
}
