# By name.
terraform import authentik_stage_dummy.placeholder "name=dummy"

# By UUID.
terraform import authentik_stage_dummy.placeholder 8a5b00cc-dfd0-40ae-b2b7-ee396cd4614e
