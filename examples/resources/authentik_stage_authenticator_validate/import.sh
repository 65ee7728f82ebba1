# By name.
terraform import authentik_stage_authenticator_validate.second_factor "name=authenticator-validation"

# By UUID.
terraform import authentik_stage_authenticator_validate.second_factor 2e88e821-77e9-4a6b-b2e2-7cc2a0852c01
