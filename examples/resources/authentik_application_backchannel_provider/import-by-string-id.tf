import {
  to = authentik_application_backchannel_provider.scim
  id = "chat:chat-scim"
}
