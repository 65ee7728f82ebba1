import {
  to = authentik_group_membership.grace
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:12"
  }
}
