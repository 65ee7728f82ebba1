# By name.
terraform import authentik_stage_user_write.enrollment "name=enrollment-write"

# By UUID.
terraform import authentik_stage_user_write.enrollment b283ed0f-53ac-4e32-87e1-f6f963bd9387
