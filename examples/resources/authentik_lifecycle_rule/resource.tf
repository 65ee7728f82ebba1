# The token's user needs these permissions:
# authentik_lifecycle.view_lifecyclerule
# authentik_lifecycle.add_lifecyclerule
# authentik_lifecycle.change_lifecyclerule
# authentik_lifecycle.delete_lifecyclerule
# and, to create what the example refers to,
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group

resource "authentik_group" "auditors" {
  name = "access-auditors"
}

# Since authentik 2026.2, with an enterprise license. Two auditors review every role once
# a quarter.
resource "authentik_lifecycle_rule" "roles" {
  name            = "Roles"
  content_type    = "authentik_rbac.role"
  interval        = "days=90"
  grace_period    = "days=14"
  reviewer_groups = [authentik_group.auditors.id]
  min_reviewers   = 2
}
