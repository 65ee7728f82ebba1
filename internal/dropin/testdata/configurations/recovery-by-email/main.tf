terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_flow" "recovery" {
  name               = "Recovery"
  title              = "Reset your password"
  slug               = "recovery-by-email"
  designation        = "recovery"
  compatibility_mode = true
}

resource "authentik_stage_identification" "who" {
  name        = "recovery-identification"
  user_fields = ["username", "email"]
}

resource "authentik_stage_email" "mail" {
  name                     = "recovery-email"
  use_global_settings      = true
  activate_user_on_success = true
  subject                  = "Password reset"
  template                 = "email/password_reset.html"
  timeout                  = 10
  token_expiry             = "minutes=30"
}

data "authentik_stage" "write" {
  name = "default-password-change-write"
}

data "authentik_stage" "prompt" {
  name = "default-password-change-prompt"
}

resource "authentik_flow_stage_binding" "who" {
  target = authentik_flow.recovery.uuid
  stage  = authentik_stage_identification.who.id
  order  = 10
}

resource "authentik_flow_stage_binding" "mail" {
  target               = authentik_flow.recovery.uuid
  stage                = authentik_stage_email.mail.id
  order                = 20
  evaluate_on_plan     = true
  re_evaluate_policies = true
}

resource "authentik_flow_stage_binding" "prompt" {
  target = authentik_flow.recovery.uuid
  stage  = data.authentik_stage.prompt.id
  order  = 30
}

resource "authentik_flow_stage_binding" "write" {
  target = authentik_flow.recovery.uuid
  stage  = data.authentik_stage.write.id
  order  = 40
}
