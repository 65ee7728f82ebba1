# The token's user needs the permission
# authentik_sources_oauth.view_groupoauthsourceconnection.

# All of them.
data "authentik_source_group_connections_oauth" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_oauth.all.objects : connection.identifier => connection.group... }
}
