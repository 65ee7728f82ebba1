import {
  to = authentik_stage_authenticator_validate.second_factor
  id = "name=authenticator-validation" # or the UUID
}
