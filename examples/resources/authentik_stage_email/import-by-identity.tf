import {
  to = authentik_stage_email.recovery
  identity = {
    id = "ede0443d-f790-4921-9422-c879346107a2"
  }
}
