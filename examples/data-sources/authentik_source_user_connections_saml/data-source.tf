# The token's user needs the permission authentik_sources_saml.view_usersamlsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_user_connections_saml" "all" {}

output "ids" {
  value = data.authentik_source_user_connections_saml.all.ids
}
