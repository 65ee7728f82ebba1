import {
  to = authentik_stage_consent.quarterly
  id = "name=consent-quarterly" # or the UUID
}
