# The token's user needs the permission authentik_sources_oauth.view_groupoauthsourceconnection.

data "authentik_source" "gitlab" {
  slug = "gitlab"
}

# Who is this at the source?
data "authentik_source_group_connection_oauth" "one" {
  source     = data.authentik_source.gitlab.uuid
  identifier = "developers"
}

output "group" {
  value = data.authentik_source_group_connection_oauth.one.group
}
