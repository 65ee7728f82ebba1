# The token's user needs the permission
# authentik_sources_telegram.view_grouptelegramsourceconnection.

# All of them.
data "authentik_source_group_connections_telegram" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_telegram.all.objects : connection.identifier => connection.group... }
}
