import {
  to = authentik_stage_user_write.enrollment
  identity = {
    id = "b283ed0f-53ac-4e32-87e1-f6f963bd9387"
  }
}
