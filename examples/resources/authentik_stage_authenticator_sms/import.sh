# By name.
terraform import authentik_stage_authenticator_sms.twilio "name=authenticator-sms-setup"

# By UUID.
terraform import authentik_stage_authenticator_sms.twilio 023cef97-dedb-4174-84aa-ce3587a62d8b
