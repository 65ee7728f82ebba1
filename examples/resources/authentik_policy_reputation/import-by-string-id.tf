import {
  to = authentik_policy_reputation.suspicious
  id = "name=suspicious-clients" # or the UUID
}
