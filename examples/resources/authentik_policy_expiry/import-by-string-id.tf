import {
  to = authentik_policy_expiry.yearly
  id = "name=password-expiry" # or the UUID
}
