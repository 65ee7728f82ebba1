import {
  to = authentik_event_rule.suspicious
  id = "name=notify-of-suspicious-requests" # or the UUID
}
