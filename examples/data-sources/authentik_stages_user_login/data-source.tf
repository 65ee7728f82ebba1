# The token's user needs the permission
# authentik_stages_user_login.view_userloginstage.

# All of them.
data "authentik_stages_user_login" "all" {}

# Those whose name contains a string.
data "authentik_stages_user_login" "some" {
  search = "session"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_user_login.all.objects : stage.name => stage.id }
}
