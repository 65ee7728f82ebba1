# The token's user needs the permission
# authentik_events.view_notificationwebhookmapping.

# All of them.
data "authentik_property_mappings_notification" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_notification" "some" {
  search = "gateway"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_notification.all.objects : mapping.name => mapping.id }
}
