# The token's user needs the permission
# authentik_events.view_notificationtransport.

# By name.
data "authentik_event_transport" "by_name" {
  name = "default-email-transport"
}

# By UUID.
data "authentik_event_transport" "by_id" {
  id = "9d1e4c72-5b3a-4f86-8e0d-7a2c6b9f1e35"
}

output "mode" {
  value = data.authentik_event_transport.by_name.mode
}
