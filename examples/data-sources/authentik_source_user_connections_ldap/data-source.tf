# The token's user needs the permission
# authentik_sources_ldap.view_userldapsourceconnection.

# All of them.
data "authentik_source_user_connections_ldap" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_ldap.all.objects : connection.identifier => connection.user... }
}
