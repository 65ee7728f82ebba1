import {
  to = authentik_stage_identification.login
  id = "name=login-identification" # or the UUID
}
