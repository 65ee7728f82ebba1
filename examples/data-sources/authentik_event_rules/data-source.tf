# The token's user needs the permission
# authentik_events.view_notificationrule.

# All of them.
data "authentik_event_rules" "all" {}

# Those with severity = "alert".
data "authentik_event_rules" "some" {
  severity = "alert"
}

# The UUIDs by name.
output "ids" {
  value = { for rule in data.authentik_event_rules.all.objects : rule.name => rule.id }
}
