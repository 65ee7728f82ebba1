import {
  to = authentik_source_telegram.members
  id = "telegram" # or the UUID, or name=Telegram
}
