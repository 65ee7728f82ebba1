# The token's user needs the permission
# authentik_stages_prompt.view_prompt.

# All of them.
data "authentik_stage_prompt_fields" "all" {}

# Those with type = "dropdown".
data "authentik_stage_prompt_fields" "some" {
  type = "dropdown"
}

# The UUIDs by name.
output "ids" {
  value = { for field in data.authentik_stage_prompt_fields.all.objects : field.name => field.id }
}
