# The token's user needs the permission authentik_sources_oauth.view_groupoauthsourceconnection.

# Who is this at the source? `source` is the source's `uuid`.
data "authentik_source_group_connection_oauth" "one" {
  source     = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  identifier = "developers"
}

output "group" {
  value = data.authentik_source_group_connection_oauth.one.group
}
