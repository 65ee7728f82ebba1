import {
  to = authentik_stage_password.login
  id = "name=login-password" # or the UUID
}
