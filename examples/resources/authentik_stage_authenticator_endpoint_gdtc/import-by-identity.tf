import {
  to = authentik_stage_authenticator_endpoint_gdtc.chrome
  identity = {
    id = "0ff9daa9-f40c-46ea-bb43-87010f59facd"
  }
}
