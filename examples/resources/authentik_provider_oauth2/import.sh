# By name.
terraform import authentik_provider_oauth2.wiki "name=wiki"

# By ID.
terraform import authentik_provider_oauth2.wiki 4
