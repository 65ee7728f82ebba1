import {
  to = authentik_blueprint.teams
  identity = {
    id = "b1ece0f3-fb4f-4be0-b254-3180ff03e21b"
  }
}
