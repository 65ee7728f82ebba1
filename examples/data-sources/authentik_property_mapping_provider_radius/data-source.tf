# The token's user needs the permission authentik_providers_radius.view_radiusproviderpropertymapping.

# By name.
data "authentik_property_mapping_provider_radius" "by_name" {
  name = "example-provider-radius"
}

output "expression" {
  value = data.authentik_property_mapping_provider_radius.by_name.expression
}
