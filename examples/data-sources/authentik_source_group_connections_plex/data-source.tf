# The token's user needs the permission authentik_sources_plex.view_groupplexsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_group_connections_plex" "all" {}

output "ids" {
  value = data.authentik_source_group_connections_plex.all.ids
}
