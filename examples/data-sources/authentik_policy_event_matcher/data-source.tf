# The token's user needs the permission
# authentik_policies_event_matcher.view_eventmatcherpolicy.

# By name.
data "authentik_policy_event_matcher" "by_name" {
  name = "failed-logins"
}

# By UUID.
data "authentik_policy_event_matcher" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b1"
}

output "action" {
  value = data.authentik_policy_event_matcher.by_name.action
}
