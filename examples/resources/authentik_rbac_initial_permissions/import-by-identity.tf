import {
  to = authentik_rbac_initial_permissions.publishers
  identity = {
    id = "178"
  }
}
