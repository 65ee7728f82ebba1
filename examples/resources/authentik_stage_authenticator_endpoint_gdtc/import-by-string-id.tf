import {
  to = authentik_stage_authenticator_endpoint_gdtc.chrome
  id = "name=authenticator-endpoint-gdtc" # or the UUID
}
