# By name.
terraform import authentik_lifecycle_rule.roles "name=Roles"

# By UUID.
terraform import authentik_lifecycle_rule.roles 974183bc-0133-4e89-9710-960fa1e90139
