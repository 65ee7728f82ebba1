# The token's user needs the permission
# authentik_providers_radius.view_radiusprovider.

# By name.
data "authentik_provider_radius" "by_name" {
  name = "wifi"
}

# By ID.
data "authentik_provider_radius" "by_id" {
  id = "171"
}

output "client_networks" {
  value = data.authentik_provider_radius.by_name.client_networks
}
