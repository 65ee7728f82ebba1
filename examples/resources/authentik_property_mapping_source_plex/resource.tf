# The token's user needs these permissions:
# authentik_sources_plex.view_plexsourcepropertymapping
# authentik_sources_plex.add_plexsourcepropertymapping
# authentik_sources_plex.change_plexsourcepropertymapping
# authentik_sources_plex.delete_plexsourcepropertymapping

# Users of Plex have a prefix.
resource "authentik_property_mapping_source_plex" "prefix" {
  name       = "plex-prefix"
  expression = <<-EOT
    return {
        "username": f"plex-{info.get('username')}",
    }
  EOT
}
