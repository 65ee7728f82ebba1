# The token's user needs the permission authentik_sources_scim.view_scimsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_scim" "by_name" {
  name = "example-source-scim"
}

output "expression" {
  value = data.authentik_property_mapping_source_scim.by_name.expression
}
