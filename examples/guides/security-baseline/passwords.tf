# New passwords: at least 12 characters, and none that has leaked.
resource "authentik_policy_password" "strong" {
  name                    = "baseline-password"
  length_min              = 12
  check_have_i_been_pwned = true
  error_message           = "Use at least 12 characters, and no password that has leaked."
}

resource "authentik_stage_prompt_field" "password" {
  name      = "baseline-password"
  field_key = "password"
  label     = "New password"
  type      = "password"
  required  = true
  order     = 0
}

resource "authentik_stage_prompt_field" "repeat" {
  name      = "baseline-password-repeat"
  field_key = "password_repeat"
  label     = "New password (again)"
  type      = "password"
  required  = true
  order     = 1
}

# The step of an enrolment, and of the recovery below, in which users choose one. authentik
# compares the two fields because both are passwords.
resource "authentik_stage_prompt" "password" {
  name                = "baseline-password"
  fields              = [authentik_stage_prompt_field.password.id, authentik_stage_prompt_field.repeat.id]
  validation_policies = [authentik_policy_password.strong.id]
}
