# The token's user needs these permissions:
# authentik_flows.view_flowstagebinding
# authentik_flows.add_flowstagebinding
# authentik_flows.change_flowstagebinding
# authentik_flows.delete_flowstagebinding
# and, to find the flow by its slug, to make the stage, and to import by their names,
# authentik_flows.view_flow
# authentik_stages_dummy.view_dummystage
# authentik_stages_dummy.add_dummystage
# authentik_stages_dummy.change_dummystage
# authentik_stages_dummy.delete_dummystage
# authentik_flows.view_stage

data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

# A page with a button, in place of the stage that you have in mind.
resource "authentik_stage_dummy" "pause" {
  name = "login-pause"
}

# Users come to it after all factors (30) and before they are logged in (100).
resource "authentik_flow_stage_binding" "pause" {
  target = data.authentik_flow.login.uuid
  stage  = authentik_stage_dummy.pause.id
  order  = 90
}
