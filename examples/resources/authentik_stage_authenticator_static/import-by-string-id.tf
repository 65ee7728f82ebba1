import {
  to = authentik_stage_authenticator_static.codes
  id = "name=authenticator-static-setup" # or the UUID
}
