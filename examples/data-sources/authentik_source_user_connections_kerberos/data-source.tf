# The token's user needs the permission
# authentik_sources_kerberos.view_userkerberossourceconnection.

# All of them.
data "authentik_source_user_connections_kerberos" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_kerberos.all.objects : connection.identifier => connection.user... }
}
