import {
  to = authentik_rbac_role_membership.auditor
  id = "authentik Read-only:grace"
}
