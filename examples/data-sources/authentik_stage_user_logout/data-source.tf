# The token's user needs the permission authentik_stages_user_logout.view_userlogoutstage.

# By name.
data "authentik_stage_user_logout" "default" {
  name = "default-invalidation-logout"
}

# The slugs of the flows that sign users out.
output "flows" {
  value = data.authentik_stage_user_logout.default.flow_set[*].slug
}
