import {
  to = authentik_provider_scim.chat
  id = "name=chat" # or the ID
}
