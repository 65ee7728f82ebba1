# By name.
terraform import authentik_stage_prompt.profile "name=enrollment-profile"

# By UUID.
terraform import authentik_stage_prompt.profile fccbe84f-e75f-4d35-89fe-4891a5091fb6
