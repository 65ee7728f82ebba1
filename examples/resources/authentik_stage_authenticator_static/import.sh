# By name.
terraform import authentik_stage_authenticator_static.codes "name=authenticator-static-setup"

# By UUID.
terraform import authentik_stage_authenticator_static.codes 0c8f5a52-3f0b-4d0e-8a35-6a7be8b2f6c1
