# The token's user needs the permission authentik_sources_plex.view_groupplexsourceconnection.

# Who is this at the source? `source` is the source's `uuid`.
data "authentik_source_group_connection_plex" "one" {
  source     = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  identifier = "1d2c3b4a5968778695a4b3c2d1e0f123"
}

output "group" {
  value = data.authentik_source_group_connection_plex.one.group
}
