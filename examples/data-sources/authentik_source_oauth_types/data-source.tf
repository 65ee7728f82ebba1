# The token's user needs the permission authentik_sources_oauth.view_oauthsource.

data "authentik_source_oauth_types" "all" {}

# Those that a server without network access cannot write.
output "types_that_need_network" {
  value = [for type in data.authentik_source_oauth_types.all.types : type.name if type.oidc_well_known_url != null || type.oidc_jwks_url != null]
}
