import {
  to = authentik_stage_authenticator_duo.push
  identity = {
    id = "27b5a4a5-afa8-490d-b164-f8360f3fd748"
  }
}
