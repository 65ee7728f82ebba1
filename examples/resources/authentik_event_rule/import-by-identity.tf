import {
  to = authentik_event_rule.suspicious
  identity = {
    id = "5d60ec26-b55a-466b-bb78-32df45258e13"
  }
}
