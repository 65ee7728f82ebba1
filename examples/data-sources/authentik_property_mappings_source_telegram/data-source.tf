# The token's user needs the permission
# authentik_sources_telegram.view_telegramsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_telegram" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_telegram" "some" {
  search = "telegram"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_telegram.all.objects : mapping.name => mapping.id }
}
