import {
  to = authentik_stage_email.recovery
  id = "name=recovery-email" # or the UUID
}
