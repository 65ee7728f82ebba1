# The token's user needs the permission
# authentik_providers_scim.view_scimmapping.

# All of them.
data "authentik_property_mappings_provider_scim" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_scim" "some" {
  search = "username"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_scim.all.objects : mapping.name => mapping.id }
}
