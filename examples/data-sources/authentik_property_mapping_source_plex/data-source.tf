# The token's user needs the permission authentik_sources_plex.view_plexsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_plex" "by_name" {
  name = "example-source-plex"
}

output "expression" {
  value = data.authentik_property_mapping_source_plex.by_name.expression
}
