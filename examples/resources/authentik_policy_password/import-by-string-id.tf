import {
  to = authentik_policy_password.strong
  id = "name=password-strength" # or the UUID
}
