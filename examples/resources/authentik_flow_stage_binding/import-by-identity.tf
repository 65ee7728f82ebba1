import {
  to = authentik_flow_stage_binding.pause
  identity = {
    id = "858e05cc-604d-4400-9bcf-949a95534abf"
  }
}
