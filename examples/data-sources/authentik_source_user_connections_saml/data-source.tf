# The token's user needs the permission
# authentik_sources_saml.view_usersamlsourceconnection.

# All of them.
data "authentik_source_user_connections_saml" "all" {}

# The users by their identifiers at the source.
output "users" {
  value = { for connection in data.authentik_source_user_connections_saml.all.objects : connection.identifier => connection.user... }
}
