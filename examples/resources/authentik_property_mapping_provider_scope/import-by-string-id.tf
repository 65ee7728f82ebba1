import {
  to = authentik_property_mapping_provider_scope.teams
  id = "name=teams" # or the UUID, or scope_name=teams
}
