# The token's user needs the permission authentik_sources_oauth.view_useroauthsourceconnection.

data "authentik_source" "gitlab" {
  slug = "gitlab"
}

# Who is this at the source?
data "authentik_source_user_connection_oauth" "one" {
  source     = data.authentik_source.gitlab.uuid
  identifier = "4711"
}

output "user" {
  value = data.authentik_source_user_connection_oauth.one.user
}
