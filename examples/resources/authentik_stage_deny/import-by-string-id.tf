import {
  to = authentik_stage_deny.no_access
  id = "name=deny-access" # or the UUID
}
