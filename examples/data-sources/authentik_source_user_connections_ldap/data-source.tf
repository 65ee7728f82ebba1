# The token's user needs the permission authentik_sources_ldap.view_userldapsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_user_connections_ldap" "all" {}

output "ids" {
  value = data.authentik_source_user_connections_ldap.all.ids
}
