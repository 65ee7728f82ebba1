import {
  to = authentik_application_entitlement.agent
  id = "application=tickets,name=Agent" # or the UUID
}
