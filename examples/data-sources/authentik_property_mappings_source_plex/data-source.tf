# The token's user needs the permission
# authentik_sources_plex.view_plexsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_plex" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_plex" "some" {
  search = "prefix"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_plex.all.objects : mapping.name => mapping.id }
}
