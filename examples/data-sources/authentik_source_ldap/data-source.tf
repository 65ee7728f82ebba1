# The token's user needs the permission authentik_sources_ldap.view_ldapsource.

# By slug.
data "authentik_source_ldap" "directory" {
  slug = "directory"
}

# Whether the server was reached.
output "connectivity" {
  value = data.authentik_source_ldap.directory.connectivity
}
