# The token's user needs the permission
# authentik_sources_saml.view_groupsamlsourceconnection.

# All of them.
data "authentik_source_group_connections_saml" "all" {}

# The groups by their identifiers at the source.
output "groups" {
  value = { for connection in data.authentik_source_group_connections_saml.all.objects : connection.identifier => connection.group... }
}
