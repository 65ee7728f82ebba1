# The token's user needs the permission
# authentik_providers_microsoft_entra.view_microsoftentraprovider.

# By name.
data "authentik_provider_microsoft_entra" "by_name" {
  name = "tenant"
}

# By ID.
data "authentik_provider_microsoft_entra" "by_id" {
  id = "125"
}

output "tenant" {
  value = data.authentik_provider_microsoft_entra.by_name.tenant_id
}
