# The token's user needs the permission authentik_sources_ldap.view_groupldapsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_group_connections_ldap" "all" {}

output "ids" {
  value = data.authentik_source_group_connections_ldap.all.ids
}
