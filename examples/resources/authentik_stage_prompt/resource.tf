# The token's user needs these permissions:
# authentik_stages_prompt.view_promptstage
# authentik_stages_prompt.add_promptstage
# authentik_stages_prompt.change_promptstage
# authentik_stages_prompt.delete_promptstage
# and, to find the fields by their names,
# authentik_stages_prompt.view_prompt

data "authentik_stage_prompt_field" "name" {
  name = "default-user-settings-field-name"
}

data "authentik_stage_prompt_field" "email" {
  name = "default-user-settings-field-email"
}

# Users see the fields in the order that each field has itself.
resource "authentik_stage_prompt" "profile" {
  name = "enrollment-profile"
  fields = [
    data.authentik_stage_prompt_field.name.id,
    data.authentik_stage_prompt_field.email.id,
  ]
}
