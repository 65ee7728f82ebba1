import {
  to = authentik_flow.sms
  identity = {
    uuid = "3b212781-78ed-4463-b3bd-e3a35f088caf"
  }
}
