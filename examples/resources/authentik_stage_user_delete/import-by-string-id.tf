import {
  to = authentik_stage_user_delete.leave
  id = "name=unenrollment-delete" # or the UUID
}
