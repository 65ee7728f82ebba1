import {
  to = authentik_rbac_group_role.auditors
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:0f61c1a2-8a0e-4b8e-9d53-6c1f3f1e7a10"
  }
}
