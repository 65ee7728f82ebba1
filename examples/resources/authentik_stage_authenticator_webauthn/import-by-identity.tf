import {
  to = authentik_stage_authenticator_webauthn.security_key
  identity = {
    id = "6889cbd0-7079-4893-b604-a3719029ef90"
  }
}
