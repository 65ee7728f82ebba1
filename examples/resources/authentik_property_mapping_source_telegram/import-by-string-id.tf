import {
  to = authentik_property_mapping_source_telegram.username
  id = "name=telegram-username" # or the UUID
}
