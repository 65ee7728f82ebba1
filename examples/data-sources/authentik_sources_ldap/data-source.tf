# The token's user needs the permission
# authentik_sources_ldap.view_ldapsource.

# All of them.
data "authentik_sources_ldap" "all" {}

# Those whose name contains a string.
data "authentik_sources_ldap" "some" {
  search = "Directory"
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_ldap.all.objects : source.slug => source.id }
}
