import {
  to = authentik_stage_authenticator_email.code
  identity = {
    id = "39817cc7-ead6-4696-ae04-b09d7a2af843"
  }
}
