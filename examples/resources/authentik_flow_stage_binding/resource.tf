# The token's user needs these permissions:
# authentik_flows.view_flowstagebinding
# authentik_flows.add_flowstagebinding
# authentik_flows.change_flowstagebinding
# authentik_flows.delete_flowstagebinding
# and, to find the flow and the stage by their names,
# authentik_flows.view_flow
# authentik_flows.view_stage

data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

data "authentik_stage" "terms" {
  name = "terms-of-use"
}

# Users accept the terms after all factors (30) and before they are logged in (100).
resource "authentik_flow_stage_binding" "terms" {
  target = data.authentik_flow.login.uuid
  stage  = data.authentik_stage.terms.id
  order  = 90
}
