# By target, stage and order.
terraform import authentik_flow_stage_binding.terms "target=default-authentication-flow,stage=terms-of-use,order=90"

# By UUID.
terraform import authentik_flow_stage_binding.terms 858e05cc-604d-4400-9bcf-949a95534abf
