import {
  to = authentik_rbac_group_role.auditors
  id = "auditors:authentik Read-only"
}
