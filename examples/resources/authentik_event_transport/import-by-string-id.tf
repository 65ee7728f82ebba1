import {
  to = authentik_event_transport.chat
  id = "name=security-chat" # or the UUID
}
