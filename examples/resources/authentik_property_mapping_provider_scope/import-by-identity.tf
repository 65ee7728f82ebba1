import {
  to = authentik_property_mapping_provider_scope.teams
  identity = {
    id = "91bb1357-b220-4e08-8322-f00991c53a0a"
  }
}
