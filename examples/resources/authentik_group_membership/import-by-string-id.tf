import {
  to = authentik_group_membership.grace
  id = "authentik Admins:grace"
}
