import {
  to = authentik_stage_user_write.enrollment
  id = "name=enrollment-write" # or the UUID
}
