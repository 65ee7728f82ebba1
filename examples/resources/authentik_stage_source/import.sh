# By name.
terraform import authentik_stage_source.partner "name=login-at-partner"

# By UUID.
terraform import authentik_stage_source.partner 27636ef1-9e5b-4956-ac59-327870ca2883
