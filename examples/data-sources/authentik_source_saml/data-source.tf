# The token's user needs the permission authentik_sources_saml.view_samlsource.

# By slug.
data "authentik_source_saml" "partner" {
  slug = "partner"
}

# Where users are sent.
output "sso_url" {
  value = data.authentik_source_saml.partner.sso_url
}
