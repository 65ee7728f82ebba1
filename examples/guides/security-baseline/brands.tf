# The logo beside this configuration. When the file changes, so does the plan.
resource "authentik_file" "logo" {
  count  = local.has_files ? 1 : 0
  name   = "baseline/logo.svg"
  source = "${path.module}/logo.svg"
}

# The look of the second domain.
resource "authentik_brand" "partners" {
  domain              = var.domain
  branding_title      = "Partner portal"
  branding_logo       = local.has_files ? authentik_file.logo[0].name : "https://www.example.com/logo.svg"
  flow_authentication = data.authentik_flow.login.uuid
  flow_recovery       = authentik_flow.recovery.uuid
  event_retention     = local.has_settings ? null : var.retention
}

# The way back into an account: who it is, an email with a link, a new password.
resource "authentik_flow" "recovery" {
  name        = "Account recovery"
  slug        = "baseline-recovery"
  title       = "Recover your account"
  designation = "recovery"
}

resource "authentik_stage_identification" "recovery" {
  name        = "baseline-recovery-identification"
  user_fields = ["email", "username"]
}

resource "authentik_stage_email" "recovery" {
  name                = "baseline-recovery-email"
  use_global_settings = true
  subject             = "Recover your account"
  template            = "email/password_reset.html"
}

data "authentik_stage_user_write" "password" {
  name = "default-password-change-write"
}

locals {
  recovery = {
    10 = authentik_stage_identification.recovery.id
    20 = authentik_stage_email.recovery.id
    30 = authentik_stage_prompt.password.id
    40 = data.authentik_stage_user_write.password.id
  }
}

resource "authentik_flow_stage_binding" "recovery" {
  for_each = local.recovery
  target   = authentik_flow.recovery.uuid
  stage    = each.value
  order    = tonumber(each.key)
}

# The default brand has the flow too. Everything else of it stays as it is.
data "authentik_brand" "default" {
  default = true
}

resource "authentik_brand_flow" "recovery" {
  brand   = data.authentik_brand.default.id
  purpose = "recovery"
  flow    = authentik_flow.recovery.uuid
}
