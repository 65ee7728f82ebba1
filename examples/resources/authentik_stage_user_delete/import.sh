# By name.
terraform import authentik_stage_user_delete.leave "name=unenrollment-delete"

# By UUID.
terraform import authentik_stage_user_delete.leave d6d67bed-7404-41a1-83d0-9c56da892c48
