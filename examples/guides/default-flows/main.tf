terraform {
  required_providers {
    authentik = {
      source = "authentik-iac/authentik"
    }
  }
}

# The address and the token come from AUTHENTIK_URL and AUTHENTIK_TOKEN.
provider "authentik" {}

# What authentik's blueprints make on every instance. It is read, not managed.
data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

data "authentik_stage" "second_factor" {
  name = "default-authentication-mfa-validation"
}

# The place of the second factor in the login flow.
data "authentik_flow_stage_binding" "second_factor" {
  target = data.authentik_flow.login.uuid
  stage  = data.authentik_stage.second_factor.id
}

# What is added: a page with a notice after the second factor.
resource "authentik_stage_prompt_field" "notice" {
  name          = "login-notice"
  field_key     = "notice"
  type          = "static"
  label         = "Terms of use"
  initial_value = "By going on you accept the terms of use."
}

resource "authentik_stage_prompt" "notice" {
  name   = "login-notice"
  fields = [authentik_stage_prompt_field.notice.id]
}

resource "authentik_flow_stage_binding" "notice" {
  target = data.authentik_flow.login.uuid
  stage  = authentik_stage_prompt.notice.id
  order  = data.authentik_flow_stage_binding.second_factor.order + 5
}

# The stages of the login flow in their order, the new one included.
data "authentik_flow_stage_bindings" "login" {
  target     = data.authentik_flow.login.uuid
  depends_on = [authentik_flow_stage_binding.notice]
}

output "login" {
  value = sort([for binding in data.authentik_flow_stage_bindings.login.objects : format("%04d %s", binding.order, binding.stage_obj.name)])
}
