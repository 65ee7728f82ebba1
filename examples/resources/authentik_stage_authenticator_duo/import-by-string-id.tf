import {
  to = authentik_stage_authenticator_duo.push
  id = "name=authenticator-duo-setup" # or the UUID
}
