# The token's user needs these permissions:
# authentik_rbac.view_system_settings
# authentik_rbac.edit_system_settings

# What is not set here stays as it is on the server.
resource "authentik_system_settings" "settings" {
  event_retention        = "days=90"
  default_token_duration = "hours=8"

  footer_links = [
    { name = "Imprint", href = "https://www.example.com/imprint" },
    { name = "Privacy", href = "https://www.example.com/privacy" },
  ]

  # Other flags stay as they are.
  flags = jsonencode({ flows_refresh_others = true })
}
