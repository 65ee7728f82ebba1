# The token's user needs the permission authentik_sources_saml.view_groupsamlsourceconnection.

data "authentik_source" "partner" {
  slug = "partner"
}

# Who is this at the source?
data "authentik_source_group_connection_saml" "one" {
  source     = data.authentik_source.partner.uuid
  identifier = "developers"
}

output "group" {
  value = data.authentik_source_group_connection_saml.one.group
}
