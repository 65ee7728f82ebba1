# The token's user needs the permission
# authentik_sources_oauth.view_oauthsource.

# All of them.
data "authentik_sources_oauth" "all" {}

# Those with provider_type = "openidconnect".
data "authentik_sources_oauth" "some" {
  provider_type = "openidconnect"
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_oauth.all.objects : source.slug => source.id }
}
