import {
  to = authentik_policy_dummy.slow
  id = "name=slow-policy" # or the UUID
}
