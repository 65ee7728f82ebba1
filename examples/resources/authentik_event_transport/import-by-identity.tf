import {
  to = authentik_event_transport.chat
  identity = {
    id = "7ca2f286-fa25-45eb-af6f-7ba6d2c247f8"
  }
}
