# By name.
terraform import authentik_stage_authenticator_duo.push "name=authenticator-duo-setup"

# By UUID.
terraform import authentik_stage_authenticator_duo.push 27b5a4a5-afa8-490d-b164-f8360f3fd748
