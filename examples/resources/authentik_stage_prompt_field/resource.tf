# The token's user needs these permissions:
# authentik_stages_prompt.view_prompt
# authentik_stages_prompt.add_prompt
# authentik_stages_prompt.change_prompt
# authentik_stages_prompt.delete_prompt

# What is chosen becomes the user's attribute "team".
resource "authentik_stage_prompt_field" "team" {
  name                   = "enrollment-team"
  field_key              = "attributes.team"
  label                  = "Team"
  type                   = "dropdown"
  placeholder            = "return [\"Operations\", \"Sales\"]"
  placeholder_expression = true
  order                  = 20
}
