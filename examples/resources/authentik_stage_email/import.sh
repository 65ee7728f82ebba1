# By name.
terraform import authentik_stage_email.recovery "name=recovery-email"

# By UUID.
terraform import authentik_stage_email.recovery ede0443d-f790-4921-9422-c879346107a2
