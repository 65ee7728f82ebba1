# The token's user needs the permission
# authentik_providers_rac.view_racprovider.

# By name.
data "authentik_provider_rac" "by_name" {
  name = "servers"
}

# By ID.
data "authentik_provider_rac" "by_id" {
  id = "161"
}

output "connection_expiry" {
  value = data.authentik_provider_rac.by_name.connection_expiry
}
