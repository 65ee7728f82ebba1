import {
  to = authentik_stage_account_lockdown.sign_out
  identity = {
    id = "8018f188-7606-4a9d-af10-a412df00b627"
  }
}
