# The group whose members the help desk looks after.
resource "authentik_group" "staff" {
  name = "staff"
}

# What the help desk may do: see every user, reset every password, change one group.
resource "authentik_rbac_role" "help_desk" {
  name = "help-desk"
}

resource "authentik_rbac_permission_role" "users" {
  for_each = toset(["view_user", "reset_user_password"])

  role       = authentik_rbac_role.help_desk.id
  permission = "authentik_core.${each.key}"
}

resource "authentik_rbac_permission_role" "staff" {
  role       = authentik_rbac_role.help_desk.id
  permission = "authentik_core.change_group"
  model      = "authentik_core.group"
  object_id  = authentik_group.staff.id
}

# Who may do it: the members of a group that has the role.
resource "authentik_group" "help_desk" {
  name  = "help-desk"
  roles = [authentik_rbac_role.help_desk.id]
}

resource "authentik_user" "help_desk" {
  for_each = var.help_desk

  username = each.key
  name     = each.value
}

resource "authentik_group_membership" "help_desk" {
  for_each = authentik_user.help_desk

  group = authentik_group.help_desk.id
  user  = each.value.id
}

# A program of the help desk, such as a chat bot, has the same permissions.
resource "authentik_user" "bot" {
  username = "help-desk-bot"
  name     = "Help desk bot"
  type     = "service_account"
}

resource "authentik_group_membership" "bot" {
  group = authentik_group.help_desk.id
  user  = authentik_user.bot.id
}

resource "authentik_token" "bot" {
  identifier  = "help-desk-bot"
  user        = authentik_user.bot.id
  description = "API token of the help desk bot"
  expiring    = false
}
