import {
  to = authentik_provider_radius.wifi
  identity = {
    id = "99"
  }
}
