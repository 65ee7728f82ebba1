import {
  to = authentik_stage_authenticator_email.code
  id = "name=authenticator-email-setup" # or the UUID
}
