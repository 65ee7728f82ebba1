import {
  to = authentik_stage_authenticator_totp.app
  identity = {
    id = "bb907ceb-65d7-42eb-ba37-2a9926800b83"
  }
}
