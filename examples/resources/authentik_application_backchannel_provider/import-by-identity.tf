import {
  to = authentik_application_backchannel_provider.scim
  identity = {
    id = "chat:7"
  }
}
