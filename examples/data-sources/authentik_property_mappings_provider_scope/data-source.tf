# The token's user needs the permission
# authentik_providers_oauth2.view_scopemapping.

# All of them.
data "authentik_property_mappings_provider_scope" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_scope" "some" {
  search = "teams"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_scope.all.objects : mapping.name => mapping.id }
}
