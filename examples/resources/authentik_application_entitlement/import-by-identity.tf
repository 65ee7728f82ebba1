import {
  to = authentik_application_entitlement.agent
  identity = {
    id = "acc370ab-4dca-4f34-85af-8b24996fbf11"
  }
}
