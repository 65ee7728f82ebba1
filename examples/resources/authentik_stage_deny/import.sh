# By name.
terraform import authentik_stage_deny.no_access "name=deny-access"

# By UUID.
terraform import authentik_stage_deny.no_access 5699e52b-0cba-48b9-aa41-f73bd0eb43fe
