# Settings that are not here stay as they are. Before authentik 2024.2 they are part of the
# server's configuration, and brands say how long events are kept.
resource "authentik_system_settings" "settings" {
  count           = local.has_settings ? 1 : 0
  event_retention = var.retention

  footer_links = [
    { name = "Imprint", href = "https://www.example.com/imprint" },
    { name = "Privacy", href = "https://www.example.com/privacy" },
  ]
}
