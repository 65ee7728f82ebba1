import {
  to = authentik_stage_authenticator_totp.app
  identity = {
    id = "b7b0a7c4-9d5e-4f62-8e11-3c2f5d90a1b8"
  }
}
