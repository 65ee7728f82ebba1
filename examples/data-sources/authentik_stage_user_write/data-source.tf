# The token's user needs the permission authentik_stages_user_write.view_userwritestage.

# By name.
data "authentik_stage_user_write" "enrollment" {
  name = "default-source-enrollment-write"
}

# Whether it makes users.
output "user_creation_mode" {
  value = data.authentik_stage_user_write.enrollment.user_creation_mode
}
