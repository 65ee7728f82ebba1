# The token's user needs the permission authentik_sources_kerberos.view_kerberossource.

# By slug.
data "authentik_source_kerberos" "corp" {
  slug = "corp"
}

# The realm.
output "realm" {
  value = data.authentik_source_kerberos.corp.realm
}
