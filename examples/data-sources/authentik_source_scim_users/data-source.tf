# The token's user needs the permission
# authentik_sources_scim.view_scimsourceuser.

# All of them.
data "authentik_source_scim_users" "all" {}

# Those with user = 5.
data "authentik_source_scim_users" "some" {
  user = 5
}

# Their IDs.
output "ids" {
  value = data.authentik_source_scim_users.some.ids
}
