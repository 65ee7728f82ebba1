# The token's user needs the permission
# authentik_stages_user_write.view_userwritestage.

# All of them.
data "authentik_stages_user_write" "all" {}

# Those with user_creation_mode = "always_create".
data "authentik_stages_user_write" "some" {
  user_creation_mode = "always_create"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_user_write.all.objects : stage.name => stage.id }
}
