# The token's user needs the permission authentik_sources_telegram.view_grouptelegramsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_group_connections_telegram" "all" {}

output "ids" {
  value = data.authentik_source_group_connections_telegram.all.ids
}
