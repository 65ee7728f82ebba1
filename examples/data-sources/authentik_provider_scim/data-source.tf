# The token's user needs the permission
# authentik_providers_scim.view_scimprovider.

# By name.
data "authentik_provider_scim" "by_name" {
  name = "chat"
}

# By ID.
data "authentik_provider_scim" "by_id" {
  id = "123"
}

output "application" {
  value = data.authentik_provider_scim.by_name.assigned_backchannel_application_slug
}
