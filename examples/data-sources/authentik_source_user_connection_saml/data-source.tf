# The token's user needs the permission authentik_sources_saml.view_usersamlsourceconnection.

data "authentik_source" "partner" {
  slug = "partner"
}

# Who is this at the source?
data "authentik_source_user_connection_saml" "one" {
  source     = data.authentik_source.partner.uuid
  identifier = "jane@partner.example"
}

output "user" {
  value = data.authentik_source_user_connection_saml.one.user
}
