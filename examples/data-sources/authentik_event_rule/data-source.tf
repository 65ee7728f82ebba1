# The token's user needs the permission
# authentik_events.view_notificationrule.

# By name.
data "authentik_event_rule" "by_name" {
  name = "default-notify-exception"
}

# By UUID.
data "authentik_event_rule" "by_id" {
  id = "3b5d7a10-62c8-4e0f-9a7d-1f4e8b2c6d90"
}

output "severity" {
  value = data.authentik_event_rule.by_name.severity
}
