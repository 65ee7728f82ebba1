# By name.
terraform import authentik_stage_authenticator_webauthn.security_key "name=authenticator-webauthn-setup"

# By UUID.
terraform import authentik_stage_authenticator_webauthn.security_key 6889cbd0-7079-4893-b604-a3719029ef90
