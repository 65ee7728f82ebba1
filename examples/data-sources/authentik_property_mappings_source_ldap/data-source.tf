# The token's user needs the permission
# authentik_sources_ldap.view_ldapsourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_ldap" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_ldap" "some" {
  search = "ldap"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_ldap.all.objects : mapping.name => mapping.id }
}
