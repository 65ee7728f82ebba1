import {
  to = authentik_provider_scim.chat
  identity = {
    id = "132"
  }
}
