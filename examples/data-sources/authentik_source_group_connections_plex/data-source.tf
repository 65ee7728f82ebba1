# The token's user needs the permission
# authentik_sources_plex.view_groupplexsourceconnection.

# All of them.
data "authentik_source_group_connections_plex" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_plex.all.objects : connection.identifier => connection.group... }
}
