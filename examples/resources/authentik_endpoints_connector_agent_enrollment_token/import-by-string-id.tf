import {
  to = authentik_endpoints_connector_agent_enrollment_token.laptops
  id = "connector=Laptops of new colleagues,name=Laptops" # or the UUID
}
