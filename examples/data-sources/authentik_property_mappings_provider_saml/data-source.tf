# The token's user needs the permission
# authentik_providers_saml.view_samlpropertymapping.

# All of them.
data "authentik_property_mappings_provider_saml" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_saml" "some" {
  search = "department"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_saml.all.objects : mapping.name => mapping.id }
}
