# By name.
terraform import authentik_provider_saml.console "name=console"

# By ID.
terraform import authentik_provider_saml.console 142
