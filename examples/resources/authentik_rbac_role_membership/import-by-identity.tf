import {
  to = authentik_rbac_role_membership.auditor
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:12"
  }
}
