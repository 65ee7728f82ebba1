# The token's user needs the permission
# authentik_sources_scim.view_scimsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_scim" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_scim" "some" {
  search = "center"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_scim.all.objects : mapping.name => mapping.id }
}
