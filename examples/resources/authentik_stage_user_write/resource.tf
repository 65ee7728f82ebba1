# The token's user needs these permissions:
# authentik_stages_user_write.view_userwritestage
# authentik_stages_user_write.add_userwritestage
# authentik_stages_user_write.change_userwritestage
# authentik_stages_user_write.delete_userwritestage

# New users cannot sign in until somebody activates them.
resource "authentik_stage_user_write" "enrollment" {
  name                     = "enrollment-write"
  user_creation_mode       = "always_create" # since authentik 2023.4
  create_users_as_inactive = true
  user_path_template       = "users/enrolled"
}
