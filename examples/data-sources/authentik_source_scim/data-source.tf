# The token's user needs the permission authentik_sources_scim.view_scimsource.

# By slug.
data "authentik_source_scim" "hr" {
  slug = "hr"
}

# The URL that the other system needs.
output "scim_url" {
  value = data.authentik_source_scim.hr.scim_url
}
