import {
  to = authentik_blueprint.teams
  id = "name=Teams"
}
