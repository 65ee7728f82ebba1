import {
  to = authentik_policy_event_matcher.failed_logins
  identity = {
    id = "8ef47b1c-8c44-4382-a31d-863579248dc3"
  }
}
