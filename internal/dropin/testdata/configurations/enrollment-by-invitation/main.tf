terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_flow" "enrollment" {
  name           = "Enrollment by invitation"
  title          = "Welcome"
  slug           = "enrollment-invitation"
  designation    = "enrollment"
  authentication = "require_unauthenticated"
}

resource "authentik_stage_invitation" "invitation" {
  name                             = "enrollment-invitation"
  continue_flow_without_invitation = false
}

resource "authentik_stage_prompt_field" "field" {
  for_each  = { username = "username", name = "text", email = "email", password = "password" }
  name      = "enrollment-invitation-${each.key}"
  field_key = each.key
  label     = title(each.key)
  type      = each.value
  required  = true
  order     = 10
}

resource "authentik_stage_prompt" "prompt" {
  name   = "enrollment-invitation-prompt"
  fields = [for field in authentik_stage_prompt_field.field : field.id]
  lifecycle {
    ignore_changes = [fields[0]]
  }
}

output "first_field" {
  value = authentik_stage_prompt.prompt.fields[0]
}

resource "authentik_stage_user_write" "write" {
  name                     = "enrollment-invitation-write"
  user_creation_mode       = "always_create"
  create_users_as_inactive = false
  user_path_template       = "users/invited"
}

resource "authentik_stage_user_login" "login" {
  name             = "enrollment-invitation-login"
  session_duration = "hours=12"
}

resource "authentik_flow_stage_binding" "stage" {
  for_each = {
    10 = authentik_stage_invitation.invitation.id
    20 = authentik_stage_prompt.prompt.id
    30 = authentik_stage_user_write.write.id
    40 = authentik_stage_user_login.login.id
  }
  target = authentik_flow.enrollment.uuid
  stage  = each.value
  order  = each.key
}
