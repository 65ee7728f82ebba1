# By slug.
terraform import authentik_flow.sms authenticator-sms-setup

# By name.
terraform import authentik_flow.sms "name=Text message setup"

# By UUID.
terraform import authentik_flow.sms 3b212781-78ed-4463-b3bd-e3a35f088caf
