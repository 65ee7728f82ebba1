# The token's user needs these permissions:
# authentik_policies_password.view_passwordpolicy
# authentik_policies_password.add_passwordpolicy
# authentik_policies_password.change_passwordpolicy
# authentik_policies_password.delete_passwordpolicy
# and, to find the prompt field by its name,
# authentik_stages_prompt.view_prompt
# and, to create the prompt stage,
# authentik_stages_prompt.view_promptstage
# authentik_stages_prompt.add_promptstage
# authentik_stages_prompt.change_promptstage
# authentik_stages_prompt.delete_promptstage

# At least 12 characters, none of the known leaked passwords.
resource "authentik_policy_password" "strong" {
  name                    = "password-strength"
  length_min              = 12
  check_have_i_been_pwned = true
  error_message           = "Use at least 12 characters, and no password that has leaked."
}

data "authentik_stage_prompt_field" "password" {
  name = "default-password-change-field-password"
}

data "authentik_stage_prompt_field" "repeat" {
  name = "default-password-change-field-password-repeat"
}

# The prompt refuses passwords that the policy refuses.
resource "authentik_stage_prompt" "password" {
  name                = "new-password"
  fields              = [data.authentik_stage_prompt_field.password.id, data.authentik_stage_prompt_field.repeat.id]
  validation_policies = [authentik_policy_password.strong.id]
}
