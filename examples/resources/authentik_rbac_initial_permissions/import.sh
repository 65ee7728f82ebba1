# By name.
terraform import authentik_rbac_initial_permissions.publishers "name=publishers"

# By ID.
terraform import authentik_rbac_initial_permissions.publishers 178
