# The token's user needs the permission
# authentik_sources_telegram.view_usertelegramsourceconnection.

# All of them.
data "authentik_source_user_connections_telegram" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_telegram.all.objects : connection.identifier => connection.user... }
}
