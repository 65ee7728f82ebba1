import {
  to = authentik_flow_stage_binding.pause
  id = "target=default-authentication-flow,stage=login-pause,order=90" # or the UUID
}
