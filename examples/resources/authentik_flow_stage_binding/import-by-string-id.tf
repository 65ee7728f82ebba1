import {
  to = authentik_flow_stage_binding.terms
  id = "target=default-authentication-flow,stage=terms-of-use,order=90" # or the UUID
}
