# The token's user needs the permission
# authentik_sources_saml.view_samlsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_saml" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_saml" "some" {
  search = "username"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_saml.all.objects : mapping.name => mapping.id }
}
