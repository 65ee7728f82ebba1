# The token's user needs the permission
# authentik_sources_ldap.view_groupldapsourceconnection.

# All of them.
data "authentik_source_group_connections_ldap" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_ldap.all.objects : connection.identifier => connection.group... }
}
