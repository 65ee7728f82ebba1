import {
  to = authentik_rbac_initial_permissions.publishers
  id = "name=publishers" # or the ID
}
