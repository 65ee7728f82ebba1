# The token's user needs these permissions:
# authentik_sources_telegram.view_telegramsourcepropertymapping
# authentik_sources_telegram.add_telegramsourcepropertymapping
# authentik_sources_telegram.change_telegramsourcepropertymapping
# authentik_sources_telegram.delete_telegramsourcepropertymapping

# Since authentik 2025.10. Users are known by their name at Telegram.
resource "authentik_property_mapping_source_telegram" "username" {
  name       = "telegram-username"
  expression = <<-EOT
    return {
        "username": info.get("username"),
    }
  EOT
}
