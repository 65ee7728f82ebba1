# The token's user needs these permissions:
# authentik_stages_user_delete.view_userdeletestage
# authentik_stages_user_delete.add_userdeletestage
# authentik_stages_user_delete.change_userdeletestage
# authentik_stages_user_delete.delete_userdeletestage

# The last stage of a flow with the designation "unenrollment".
resource "authentik_stage_user_delete" "leave" {
  name = "unenrollment-delete"
}
