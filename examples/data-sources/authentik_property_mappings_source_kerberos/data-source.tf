# The token's user needs the permission
# authentik_sources_kerberos.view_kerberossourcepropertymapping.

# All of them.
data "authentik_property_mappings_source_kerberos" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_source_kerberos" "some" {
  search = "kerberos"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_source_kerberos.all.objects : mapping.name => mapping.id }
}
