terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_policy_password" "length" {
  name                    = "password-rules"
  length_min              = 12
  error_message           = "At least twelve characters, please."
  check_have_i_been_pwned = true
}

resource "authentik_policy_expiry" "year" {
  name      = "password-rules-expiry"
  days      = 365
  deny_only = false
}

resource "authentik_policy_reputation" "bad" {
  name           = "password-rules-reputation"
  check_ip       = true
  check_username = true
  threshold      = -5
}

resource "authentik_policy_expression" "office" {
  name       = "password-rules-office"
  expression = <<-EOT
    return ak_client_ip in ip_network("10.0.0.0/8")
  EOT
}

resource "authentik_stage_password" "password" {
  name                          = "password-rules"
  backends                      = ["authentik.core.auth.InbuiltBackend"]
  failed_attempts_before_cancel = 3
}

resource "authentik_flow" "sign_in" {
  name        = "Sign-in with rules"
  title       = "Sign in"
  slug        = "password-rules"
  designation = "authentication"
}

resource "authentik_flow_stage_binding" "password" {
  target = authentik_flow.sign_in.uuid
  stage  = authentik_stage_password.password.id
  order  = 10
}

resource "authentik_policy_binding" "rule" {
  for_each = {
    0 = authentik_policy_reputation.bad.id
    1 = authentik_policy_expression.office.id
  }
  target  = authentik_flow_stage_binding.password.id
  policy  = each.value
  order   = each.key
  negate  = true
  timeout = 10
}
