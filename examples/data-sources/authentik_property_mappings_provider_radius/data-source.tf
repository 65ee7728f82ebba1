# The token's user needs the permission
# authentik_providers_radius.view_radiusproviderpropertymapping.

# All of them.
data "authentik_property_mappings_provider_radius" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_radius" "some" {
  search = "radius"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_radius.all.objects : mapping.name => mapping.id }
}
