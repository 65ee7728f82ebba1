import {
  to = authentik_policy_expression.weekdays
  id = "name=verified-on-weekdays" # or the UUID
}
