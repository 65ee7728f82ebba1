# The token's user needs these permissions:
# authentik_events.view_notificationrule
# authentik_events.add_notificationrule
# authentik_events.change_notificationrule
# authentik_events.delete_notificationrule
# and, to find the transport and the group by their names,
# authentik_events.view_notificationtransport
# authentik_core.view_group
# and, to create the policy and the binding,
# authentik_policies_event_matcher.view_eventmatcherpolicy
# authentik_policies_event_matcher.add_eventmatcherpolicy
# authentik_policies_event_matcher.change_eventmatcherpolicy
# authentik_policies_event_matcher.delete_eventmatcherpolicy
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding

data "authentik_event_transport" "email" {
  name = "default-email-transport"
}

data "authentik_group" "admins" {
  name = "authentik Admins"
}

resource "authentik_event_rule" "suspicious" {
  name              = "notify-of-suspicious-requests"
  severity          = "alert"
  transports        = [data.authentik_event_transport.email.id]
  destination_group = data.authentik_group.admins.id
}

resource "authentik_policy_event_matcher" "suspicious" {
  name   = "suspicious-requests"
  action = "suspicious_request"
}

# Without a binding the rule never fires.
resource "authentik_policy_binding" "suspicious" {
  target = authentik_event_rule.suspicious.id
  policy = authentik_policy_event_matcher.suspicious.id
  order  = 0
}
