import {
  to = authentik_token.deploy
  identity = {
    pk = "3c469e9d-6c58-45d3-ba43-f353d4f88e61"
  }
}
