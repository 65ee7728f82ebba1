# The token's user needs the permission
# authentik_sources_oauth.view_useroauthsourceconnection.

# All of them.
data "authentik_source_user_connections_oauth" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_oauth.all.objects : connection.identifier => connection.user... }
}
