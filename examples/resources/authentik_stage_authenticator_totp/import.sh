# By name.
terraform import authentik_stage_authenticator_totp.app "name=authenticator-totp-setup"

# By UUID.
terraform import authentik_stage_authenticator_totp.app bb907ceb-65d7-42eb-ba37-2a9926800b83
