# The token's user needs the permission authentik_providers_oauth2.view_oauth2dynamicclientregistration.

# By UUID.
data "authentik_provider_oauth2_dcr" "mcp" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451297"
}

output "allowed_grant_types" {
  value = data.authentik_provider_oauth2_dcr.mcp.allowed_grant_types
}
