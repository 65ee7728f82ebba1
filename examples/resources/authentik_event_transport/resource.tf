# The token's user needs these permissions:
# authentik_events.view_notificationtransport
# authentik_events.add_notificationtransport
# authentik_events.change_notificationtransport
# authentik_events.delete_notificationtransport
# and, to create the mapping,
# authentik_events.view_notificationwebhookmapping
# authentik_events.add_notificationwebhookmapping
# authentik_events.change_notificationwebhookmapping
# authentik_events.delete_notificationwebhookmapping

variable "chat_token" {
  description = "Token of the chat's incoming webhook."
  type        = string
  sensitive   = true
}

# What the chat is sent, as JSON.
resource "authentik_property_mapping_notification" "chat" {
  name       = "chat-message"
  expression = <<-EOT
    return {"text": f"**{notification.severity}** {notification.body}"}
  EOT
}

# One message for an event, whoever is in the group that is notified.
resource "authentik_event_transport" "chat" {
  name                 = "security-chat"
  mode                 = "webhook"
  webhook_url          = "https://chat.example.com/hooks/${var.chat_token}"
  webhook_mapping_body = authentik_property_mapping_notification.chat.id
  send_once            = true
}
