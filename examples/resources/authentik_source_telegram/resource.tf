# The token's user needs these permissions:
# authentik_sources_telegram.view_telegramsource
# authentik_sources_telegram.add_telegramsource
# authentik_sources_telegram.change_telegramsource
# authentik_sources_telegram.delete_telegramsource
# authentik_flows.view_flow

variable "bot_token" {
  description = "Token of the bot, from BotFather."
  type        = string
  sensitive   = true
}

data "authentik_flow" "pre_authentication" {
  slug = "default-source-pre-authentication"
}

# Since authentik 2025.10.
resource "authentik_source_telegram" "members" {
  name                    = "Telegram"
  slug                    = "telegram"
  bot_username            = "example_login_bot"
  bot_token               = var.bot_token
  pre_authentication_flow = data.authentik_flow.pre_authentication.uuid
}
