# The token's user needs the permission
# authentik_sources_kerberos.view_groupkerberossourceconnection.

# All of them.
data "authentik_source_group_connections_kerberos" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_kerberos.all.objects : connection.identifier => connection.group... }
}
