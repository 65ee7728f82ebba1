# The token's user needs the permission authentik_stages_prompt.view_promptstage.

# By name.
data "authentik_stage_prompt" "settings" {
  name = "default-user-settings"
}

# The UUIDs of the fields.
output "fields" {
  value = data.authentik_stage_prompt.settings.fields
}
