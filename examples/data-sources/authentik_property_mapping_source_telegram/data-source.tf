# The token's user needs the permission authentik_sources_telegram.view_telegramsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_telegram" "by_name" {
  name = "example-source-telegram"
}

output "expression" {
  value = data.authentik_property_mapping_source_telegram.by_name.expression
}
