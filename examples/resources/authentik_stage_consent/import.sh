# By name.
terraform import authentik_stage_consent.quarterly "name=consent-quarterly"

# By UUID.
terraform import authentik_stage_consent.quarterly f626f80f-41c9-470f-8aac-cff67dceeda6
