import {
  to = authentik_policy_unique_password.no_reuse
  id = "name=no-password-reuse" # or the UUID
}
