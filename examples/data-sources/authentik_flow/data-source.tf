# The token's user needs the permission authentik_flows.view_flow.

# By slug.
data "authentik_flow" "by_slug" {
  slug = "default-authentication-flow"
}

# By name.
data "authentik_flow" "by_name" {
  name = "Change Password"
}

# The UUID, by which other objects refer to the flow.
output "uuid" {
  value = data.authentik_flow.by_slug.uuid
}
