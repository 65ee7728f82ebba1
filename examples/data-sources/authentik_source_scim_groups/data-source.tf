# The token's user needs the permission
# authentik_sources_scim.view_scimsourcegroup.

# All of them.
data "authentik_source_scim_groups" "all" {}

# Those with external_id = "12".
data "authentik_source_scim_groups" "some" {
  external_id = "12"
}

# Their IDs.
output "ids" {
  value = data.authentik_source_scim_groups.some.ids
}
