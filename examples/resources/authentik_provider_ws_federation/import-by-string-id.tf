import {
  to = authentik_provider_ws_federation.portal
  id = "name=portal" # or the ID
}
