import {
  to = authentik_stage_authenticator_webauthn.security_key
  id = "name=authenticator-webauthn-setup" # or the UUID
}
