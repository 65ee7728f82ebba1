import {
  to = authentik_stage_account_lockdown.sign_out
  id = "name=account-lockdown-sign-out" # or the UUID
}
