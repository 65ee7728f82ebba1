import {
  to = authentik_system_settings.settings
  identity = {
    id = "settings"
  }
}
