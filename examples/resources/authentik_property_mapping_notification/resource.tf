# The token's user needs these permissions:
# authentik_events.view_notificationwebhookmapping
# authentik_events.add_notificationwebhookmapping
# authentik_events.change_notificationwebhookmapping
# authentik_events.delete_notificationwebhookmapping

# The JSON that the gateway of an SMS stage is sent.
resource "authentik_property_mapping_notification" "gateway" {
  name       = "sms-gateway-message"
  expression = <<-EOT
    return {
        "to": device.phone_number,
        "text": f"Your code is {token}.",
    }
  EOT
}
