# The token's user needs the permission authentik_sources_plex.view_groupplexsourceconnection.

data "authentik_source" "plex" {
  slug = "plex"
}

# Who is this at the source?
data "authentik_source_group_connection_plex" "one" {
  source     = data.authentik_source.plex.uuid
  identifier = "1d2c3b4a5968778695a4b3c2d1e0f123"
}

output "group" {
  value = data.authentik_source_group_connection_plex.one.group
}
