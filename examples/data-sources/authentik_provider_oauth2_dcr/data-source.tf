# The token's user needs the permission authentik_providers_oauth2.view_oauth2dynamicclientregistration.

data "authentik_provider_oauth2" "mcp" {
  name = "Registered clients"
}

# By provider.
data "authentik_provider_oauth2_dcr" "mcp" {
  oauth2_provider = data.authentik_provider_oauth2.mcp.id
}

output "allowed_grant_types" {
  value = data.authentik_provider_oauth2_dcr.mcp.allowed_grant_types
}
