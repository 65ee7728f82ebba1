# The token's user needs these permissions:
# authentik_requests.view_requestrule
# authentik_requests.add_requestrule
# authentik_requests.change_requestrule
# authentik_requests.delete_requestrule
# and, to create what the example refers to,
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding

resource "authentik_group" "owners" {
  name = "application-owners"
}

# Since authentik 2026.8, with an enterprise license.
resource "authentik_request_rule" "owners" {
  name          = "Owners decide"
  min_reviewers = 1
}

# Members of the group decide about requests.
resource "authentik_policy_binding" "owners" {
  target = authentik_request_rule.owners.id
  group  = authentik_group.owners.id
  order  = 0
}
