# The token's user needs these permissions:
# authentik_stages_redirect.view_redirectstage
# authentik_stages_redirect.add_redirectstage
# authentik_stages_redirect.change_redirectstage
# authentik_stages_redirect.delete_redirectstage
# and, to find the flow by its slug,
# authentik_flows.view_flow

data "authentik_flow" "change" {
  slug = "default-password-change"
}

# Since authentik 2024.12. Users who get here continue in the other flow.
resource "authentik_stage_redirect" "change" {
  name        = "go-to-password-change"
  mode        = "flow"
  target_flow = data.authentik_flow.change.uuid
}
