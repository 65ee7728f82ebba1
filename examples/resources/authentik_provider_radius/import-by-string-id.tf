import {
  to = authentik_provider_radius.wifi
  id = "name=wifi" # or the ID
}
