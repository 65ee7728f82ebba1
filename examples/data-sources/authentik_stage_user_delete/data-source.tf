# The token's user needs the permission authentik_stages_user_delete.view_userdeletestage.

# By name.
data "authentik_stage_user_delete" "leave" {
  name = "unenrollment-delete-account"
}

# The slugs of the flows that delete users.
output "flows" {
  value = data.authentik_stage_user_delete.leave.flow_set[*].slug
}
