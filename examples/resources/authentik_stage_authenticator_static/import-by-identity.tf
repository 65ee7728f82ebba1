import {
  to = authentik_stage_authenticator_static.codes
  identity = {
    id = "0c8f5a52-3f0b-4d0e-8a35-6a7be8b2f6c1"
  }
}
