# The token's user needs the permission
# authentik_stages_user_delete.view_userdeletestage.

# All of them.
data "authentik_stages_user_delete" "all" {}

# Those whose name contains a string.
data "authentik_stages_user_delete" "some" {
  search = "unenrollment"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_user_delete.all.objects : stage.name => stage.id }
}
