import {
  to = authentik_rbac_permission_role.view_user
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:authentik_core.view_user"
  }
}
