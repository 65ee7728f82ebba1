# The token's user needs the permission
# authentik_providers_ws_federation.view_wsfederationprovider.

# By name.
data "authentik_provider_ws_federation" "by_name" {
  name = "portal"
}

# By ID.
data "authentik_provider_ws_federation" "by_id" {
  id = "122"
}

output "url" {
  value = data.authentik_provider_ws_federation.by_name.url_wsfed
}
