# The token's user needs these permissions:
# authentik_stages_identification.view_identificationstage
# authentik_stages_identification.add_identificationstage
# authentik_stages_identification.change_identificationstage
# authentik_stages_identification.delete_identificationstage
# and, to find the password stage by its name,
# authentik_flows.view_stage

data "authentik_stage" "password" {
  name = "default-authentication-password"
}

# Name and password on one page.
resource "authentik_stage_identification" "login" {
  name           = "login-identification"
  user_fields    = ["username", "email"]
  password_stage = data.authentik_stage.password.id
}
