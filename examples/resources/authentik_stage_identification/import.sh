# By name.
terraform import authentik_stage_identification.login "name=login-identification"

# By UUID.
terraform import authentik_stage_identification.login 4cbab1cc-3ad9-46f0-8851-e5d3347fbe1a
