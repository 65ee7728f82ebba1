import {
  to = authentik_group.staff
  id = "name=staff"
}

import {
  to = authentik_rbac_role.help_desk
  id = "name=help-desk"
}

import {
  for_each = toset(["view_user", "reset_user_password"])
  to       = authentik_rbac_permission_role.users[each.key]
  id       = "help-desk:authentik_core.${each.key}"
}

import {
  to = authentik_rbac_permission_role.staff
  id = "help-desk:authentik_core.change_group:authentik_core.group:staff"
}

import {
  to = authentik_group.help_desk
  id = "name=help-desk"
}

import {
  for_each = var.help_desk
  to       = authentik_user.help_desk[each.key]
  id       = "username=${each.key}"
}

import {
  for_each = var.help_desk
  to       = authentik_group_membership.help_desk[each.key]
  id       = "help-desk:${each.key}"
}

import {
  to = authentik_user.bot
  id = "username=help-desk-bot"
}

import {
  to = authentik_group_membership.bot
  id = "help-desk:help-desk-bot"
}

import {
  to = authentik_token.bot
  id = "help-desk-bot"
}
