# The token's user needs the permission
# authentik_providers_ws_federation.view_wsfederationprovider.

# An application must have the provider.
data "authentik_provider_ws_federation_metadata" "portal" {
  name = "portal"
}

output "metadata" {
  value = data.authentik_provider_ws_federation_metadata.portal.metadata
}
