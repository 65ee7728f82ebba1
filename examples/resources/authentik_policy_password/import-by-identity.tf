import {
  to = authentik_policy_password.strong
  identity = {
    id = "cfa5af93-fbb1-4f05-9fc7-8e21c7cb8ca7"
  }
}
