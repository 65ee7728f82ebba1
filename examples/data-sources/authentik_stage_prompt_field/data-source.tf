# The token's user needs the permission authentik_stages_prompt.view_prompt.

# By name.
data "authentik_stage_prompt_field" "locale" {
  name = "default-user-settings-field-locale"
}

# Under what the flow keeps what is entered.
output "field_key" {
  value = data.authentik_stage_prompt_field.locale.field_key
}
