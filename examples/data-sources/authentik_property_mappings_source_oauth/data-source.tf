# The token's user needs the permission
# authentik_sources_oauth.view_oauthsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_oauth" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_oauth" "some" {
  search = "department"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_oauth.all.objects : mapping.name => mapping.id }
}
