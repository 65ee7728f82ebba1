# The token's user needs the permission authentik_sources_telegram.view_telegramsource.

# By slug.
data "authentik_source_telegram" "telegram" {
  slug = "telegram"
}

# The bot.
output "bot_username" {
  value = data.authentik_source_telegram.telegram.bot_username
}
