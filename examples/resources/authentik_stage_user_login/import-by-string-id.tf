import {
  to = authentik_stage_user_login.login
  id = "name=login-session" # or the UUID
}
