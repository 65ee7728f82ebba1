# By name.
terraform import authentik_provider_proxy.legacy_wiki "name=legacy-wiki"

# By ID.
terraform import authentik_provider_proxy.legacy_wiki 136
