# What the chat is sent, as JSON.
resource "authentik_property_mapping_notification" "chat" {
  name       = "baseline-chat"
  expression = <<-EOT
    return {"text": f"[{notification.severity}] {notification.body}"}
  EOT
}

# One message for an event, however many administrators there are.
resource "authentik_event_transport" "chat" {
  name                 = "baseline-chat"
  mode                 = "webhook"
  webhook_url          = var.chat_url
  webhook_mapping_body = authentik_property_mapping_notification.chat.id
  send_once            = true

  # To keep the URL out of the state (Terraform 1.11), with `ephemeral = true` in the
  # variable. Raise the version to send a new one.
  # webhook_url_wo         = var.chat_url
  # webhook_url_wo_version = 1
}

data "authentik_group" "admins" {
  name = "authentik Admins"
}

resource "authentik_event_rule" "failed_logins" {
  name              = "baseline-failed-logins"
  severity          = "warning"
  transports        = [authentik_event_transport.chat.id]
  destination_group = data.authentik_group.admins.id
}

resource "authentik_policy_event_matcher" "failed_logins" {
  name   = "baseline-failed-logins"
  action = "login_failed"
}

# Without a policy bound to it, a rule never fires.
resource "authentik_policy_binding" "failed_logins" {
  target = authentik_event_rule.failed_logins.id
  policy = authentik_policy_event_matcher.failed_logins.id
  order  = 0
}
