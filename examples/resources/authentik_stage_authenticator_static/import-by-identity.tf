import {
  to = authentik_stage_authenticator_static.codes
  identity = {
    id = "eac29293-a76c-4778-97fc-84b598b74af9"
  }
}
