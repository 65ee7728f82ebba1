import {
  to = authentik_provider_ws_federation.portal
  identity = {
    id = "127"
  }
}
