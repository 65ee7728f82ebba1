# The token's user needs the permission authentik_sources_saml.view_samlsource.

# For the identity provider's administrator.
data "authentik_source_saml_metadata" "partner" {
  slug = "partner"
}

output "metadata" {
  value = data.authentik_source_saml_metadata.partner.metadata
}
