import {
  to = authentik_stage_endpoints.device
  id = "name=known-device" # or the UUID
}
