# The token's user needs the permission
# authentik_events.view_notificationwebhookmapping.

# By name.
data "authentik_property_mapping_notification" "by_name" {
  name = "webhook-body"
}

# By UUID.
data "authentik_property_mapping_notification" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "expression" {
  value = data.authentik_property_mapping_notification.by_name.expression
}
