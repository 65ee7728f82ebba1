import {
  to = authentik_stage_redirect.change
  id = "name=go-to-password-change" # or the UUID
}
