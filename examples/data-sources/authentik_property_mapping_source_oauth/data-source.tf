# The token's user needs the permission authentik_sources_oauth.view_oauthsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_oauth" "by_name" {
  name = "example-source-oauth"
}

output "expression" {
  value = data.authentik_property_mapping_source_oauth.by_name.expression
}
