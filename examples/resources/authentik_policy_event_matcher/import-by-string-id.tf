import {
  to = authentik_policy_event_matcher.failed_logins
  id = "name=failed-logins" # or the UUID
}
