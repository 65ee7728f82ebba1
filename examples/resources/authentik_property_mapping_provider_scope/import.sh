# By name.
terraform import authentik_property_mapping_provider_scope.teams "name=teams"

# By scope_name.
terraform import authentik_property_mapping_provider_scope.teams "scope_name=teams"

# By UUID.
terraform import authentik_property_mapping_provider_scope.teams 91bb1357-b220-4e08-8322-f00991c53a0a
