# The token's user needs these permissions:
# authentik_policies_event_matcher.view_eventmatcherpolicy
# authentik_policies_event_matcher.add_eventmatcherpolicy
# authentik_policies_event_matcher.change_eventmatcherpolicy
# authentik_policies_event_matcher.delete_eventmatcherpolicy
# and, to create the rule and the binding,
# authentik_events.view_notificationrule
# authentik_events.add_notificationrule
# authentik_events.change_notificationrule
# authentik_events.delete_notificationrule
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding
# and, to find the group by its name,
# authentik_core.view_group

resource "authentik_policy_event_matcher" "failed_logins" {
  name   = "failed-logins"
  action = "login_failed"
}

data "authentik_group" "admins" {
  name = "authentik Admins"
}

resource "authentik_event_rule" "failed_logins" {
  name              = "notify-of-failed-logins"
  severity          = "warning"
  destination_group = data.authentik_group.admins.id
}

# The rule is for the events that the policy matches.
resource "authentik_policy_binding" "failed_logins" {
  target = authentik_event_rule.failed_logins.id
  policy = authentik_policy_event_matcher.failed_logins.id
  order  = 0
}
