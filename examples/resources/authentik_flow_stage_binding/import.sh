# By target, stage and order.
terraform import authentik_flow_stage_binding.pause "target=default-authentication-flow,stage=login-pause,order=90"

# By UUID.
terraform import authentik_flow_stage_binding.pause 858e05cc-604d-4400-9bcf-949a95534abf
