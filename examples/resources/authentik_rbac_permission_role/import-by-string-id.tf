import {
  to = authentik_rbac_permission_role.view_user
  id = "help-desk:authentik_core.view_user"
}
