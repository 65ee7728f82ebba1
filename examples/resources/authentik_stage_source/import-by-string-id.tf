import {
  to = authentik_stage_source.partner
  id = "name=login-at-partner" # or the UUID
}
