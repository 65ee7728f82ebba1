# The token's user needs the permission
# authentik_sources_plex.view_userplexsourceconnection.

# All of them.
data "authentik_source_user_connections_plex" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_plex.all.objects : connection.identifier => connection.user... }
}
