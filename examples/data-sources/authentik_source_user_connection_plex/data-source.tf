# The token's user needs the permission authentik_sources_plex.view_userplexsourceconnection.

# Who is this at the source? `source` is the source's `uuid`.
data "authentik_source_user_connection_plex" "one" {
  source     = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  identifier = "1048576"
}

output "user" {
  value = data.authentik_source_user_connection_plex.one.user
}
