# The token's user needs these permissions:
# authentik_stages_deny.view_denystage
# authentik_stages_deny.add_denystage
# authentik_stages_deny.change_denystage
# authentik_stages_deny.delete_denystage

# Bound to a flow, with a policy on its binding that picks whom it stops.
resource "authentik_stage_deny" "no_access" {
  name         = "deny-access"
  deny_message = "Ask your administrator for access." # since authentik 2023.10
}
