# The token's user needs the permission
# authentik_providers_microsoft_entra.view_microsoftentraprovidermapping.

# All of them.
data "authentik_property_mappings_provider_microsoft_entra" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_microsoft_entra" "some" {
  search = "department"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_microsoft_entra.all.objects : mapping.name => mapping.id }
}
