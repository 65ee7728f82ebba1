# The token's user needs the permission authentik_sources_oauth.view_oauthsource.

# By slug.
data "authentik_source_oauth" "gitlab" {
  slug = "gitlab"
}

# The redirect URI to register at the identity provider.
output "callback_uri" {
  value = data.authentik_source_oauth.gitlab.callback_uri
}
