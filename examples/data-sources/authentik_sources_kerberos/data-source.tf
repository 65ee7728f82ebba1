# The token's user needs the permission
# authentik_sources_kerberos.view_kerberossource.

# All of them, with all secrets kept out of the state.
data "authentik_sources_kerberos" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_sources_kerberos" "some" {
  search       = "Company"
  omit_secrets = true
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_kerberos.all.objects : source.slug => source.id }
}
