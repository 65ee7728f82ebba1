import {
  to = authentik_stage_authenticator_totp.app
  id = "name=authenticator-totp-setup" # or the UUID
}
