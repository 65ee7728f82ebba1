# The token's user needs the permission
# authentik_policies_event_matcher.view_eventmatcherpolicy.

# All of them.
data "authentik_policies_event_matcher" "all" {}

# Those with action = "login_failed".
data "authentik_policies_event_matcher" "some" {
  action = "login_failed"
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_event_matcher.all.objects : policy.name => policy.id }
}
