# The token's user needs the permissions
# authentik_flows.view_flowstagebinding and
# authentik_flows.view_flow.

# All of them.
data "authentik_flow_stage_bindings" "all" {}

data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

# Those of one flow.
data "authentik_flow_stage_bindings" "of_one_flow" {
  target = data.authentik_flow.login.uuid
}

# Their UUIDs.
output "ids" {
  value = data.authentik_flow_stage_bindings.of_one_flow.ids
}
