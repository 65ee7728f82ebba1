# By name.
terraform import authentik_provider_scim.chat "name=chat"

# By ID.
terraform import authentik_provider_scim.chat 132
