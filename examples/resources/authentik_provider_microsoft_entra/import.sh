# By name.
terraform import authentik_provider_microsoft_entra.tenant "name=tenant"

# By ID.
terraform import authentik_provider_microsoft_entra.tenant 171
