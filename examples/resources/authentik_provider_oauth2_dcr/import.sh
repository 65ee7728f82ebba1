# By oauth2_provider.
terraform import authentik_provider_oauth2_dcr.mcp "oauth2_provider=Registered clients"

# By UUID.
terraform import authentik_provider_oauth2_dcr.mcp 76a7ebe8-e3b9-48f8-ab79-f665f2031f4e
