# The token's user needs the permission authentik_sources_telegram.view_usertelegramsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_user_connections_telegram" "all" {}

output "ids" {
  value = data.authentik_source_user_connections_telegram.all.ids
}
