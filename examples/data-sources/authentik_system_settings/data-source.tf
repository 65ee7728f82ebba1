# The token's user needs the permission
# authentik_rbac.view_system_settings.

data "authentik_system_settings" "settings" {}

output "event_retention" {
  value = data.authentik_system_settings.settings.event_retention
}
