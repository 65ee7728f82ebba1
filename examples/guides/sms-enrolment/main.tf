# What the gateway is sent, as JSON.
resource "authentik_property_mapping_notification" "message" {
  name       = "sms-enrolment-message"
  expression = <<-EOT
    return {
        "from": stage.from_number,
        "to": device.phone_number,
        "text": f"Your code is {token}.",
    }
  EOT
}

# The way on which signed-in users set up text messages.
resource "authentik_flow" "enrolment" {
  name           = "Text message setup"
  slug           = "sms-enrolment"
  title          = "Set up text messages"
  designation    = "stage_configuration"
  authentication = var.require_sign_in ? "require_authenticated" : null
}

# The step in which they give their number, and the gateway for all messages.
resource "authentik_stage_authenticator_sms" "enrolment" {
  name           = "sms-enrolment"
  configure_flow = authentik_flow.enrolment.uuid
  mapping        = authentik_property_mapping_notification.message.id
  sms_provider   = "generic"
  from_number    = var.sender
  account_sid    = var.gateway_url
  auth_type      = "bearer"
  auth           = var.gateway_token

  # To keep the token out of the state (Terraform 1.11), with `ephemeral = true` in
  # the variable. Raise the version to send a new one.
  # auth_wo         = var.gateway_token
  # auth_wo_version = 1
}

# The flow has the step.
resource "authentik_flow_stage_binding" "enrolment" {
  target = authentik_flow.enrolment.uuid
  stage  = authentik_stage_authenticator_sms.enrolment.id
  order  = 10
}
