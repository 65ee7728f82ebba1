# The token's user needs the permission
# authentik_sources_saml.view_samlsource.

# All of them.
data "authentik_sources_saml" "all" {}

# Those whose name contains a string.
data "authentik_sources_saml" "some" {
  search = "Partner"
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_saml.all.objects : source.slug => source.id }
}
