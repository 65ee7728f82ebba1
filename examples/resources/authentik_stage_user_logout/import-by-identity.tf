import {
  to = authentik_stage_user_logout.logout
  identity = {
    id = "46e927a7-3376-44a2-8f3c-f27ebcf42b2b"
  }
}
