# The token's user needs the permission
# authentik_stages_user_logout.view_userlogoutstage.

# All of them.
data "authentik_stages_user_logout" "all" {}

# Those whose name contains a string.
data "authentik_stages_user_logout" "some" {
  search = "session"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_user_logout.all.objects : stage.name => stage.id }
}
