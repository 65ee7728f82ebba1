# The token's user needs these permissions:
# authentik_core.view_user
# authentik_core.add_user_to_group
# authentik_core.remove_user_from_group
# and, to find the group by its name,
# authentik_core.view_group

data "authentik_group" "admins" {
  name = "authentik Admins"
}

data "authentik_user" "grace" {
  username = "grace"
}

# The group's other members stay as they are.
resource "authentik_group_membership" "grace" {
  group = data.authentik_group.admins.id
  user  = data.authentik_user.grace.id
}
