# The token's user needs the permission
# authentik_core.view_user.

# All of them.
data "authentik_users" "all" {}

# Those whose name contains a string.
data "authentik_users" "some" {
  search = "Lovelace"
}

# The IDs by username.
output "ids" {
  value = { for user in data.authentik_users.all.objects : user.username => user.id }
}
