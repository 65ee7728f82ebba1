# The token's user needs the permission
# authentik_sources_scim.view_scimsource.

# All of them.
data "authentik_sources_scim" "all" {}

# Those whose name contains a string.
data "authentik_sources_scim" "some" {
  search = "system"
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_scim.all.objects : source.slug => source.id }
}
