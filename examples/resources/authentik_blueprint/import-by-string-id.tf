import {
  to = authentik_blueprint.teams
  id = "name=Teams" # or the UUID
}
