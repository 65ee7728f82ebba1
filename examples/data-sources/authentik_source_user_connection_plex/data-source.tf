# The token's user needs the permission authentik_sources_plex.view_userplexsourceconnection.

data "authentik_source" "plex" {
  slug = "plex"
}

# Who is this at the source?
data "authentik_source_user_connection_plex" "one" {
  source     = data.authentik_source.plex.uuid
  identifier = "1048576"
}

output "user" {
  value = data.authentik_source_user_connection_plex.one.user
}
