import {
  to = authentik_token.deploy
  id = "deploy" # or the UUID
}
