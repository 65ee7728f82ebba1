# The token's user needs the permission authentik_sources_saml.view_samlsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_saml" "by_name" {
  name = "example-source-saml"
}

output "expression" {
  value = data.authentik_property_mapping_source_saml.by_name.expression
}
