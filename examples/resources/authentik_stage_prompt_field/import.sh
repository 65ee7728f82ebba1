# By name.
terraform import authentik_stage_prompt_field.team "name=enrollment-team"

# By UUID.
terraform import authentik_stage_prompt_field.team 571b3de8-dd3b-4223-9c9f-c12ca519d5e8
