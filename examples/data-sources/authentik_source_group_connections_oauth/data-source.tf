# The token's user needs the permission authentik_sources_oauth.view_groupoauthsourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_group_connections_oauth" "all" {}

output "ids" {
  value = data.authentik_source_group_connections_oauth.all.ids
}
