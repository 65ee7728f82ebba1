# By name.
terraform import authentik_stage_authenticator_email.code "name=authenticator-email-setup"

# By UUID.
terraform import authentik_stage_authenticator_email.code 39817cc7-ead6-4696-ae04-b09d7a2af843
