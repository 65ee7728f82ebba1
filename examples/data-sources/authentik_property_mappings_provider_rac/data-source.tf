# The token's user needs the permission
# authentik_providers_rac.view_racpropertymapping.

# All of them.
data "authentik_property_mappings_provider_rac" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_rac" "some" {
  search = "name"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_rac.all.objects : mapping.name => mapping.id }
}
