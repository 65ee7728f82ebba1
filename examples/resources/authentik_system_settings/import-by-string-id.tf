import {
  to = authentik_system_settings.settings
  id = "settings"
}
