import {
  to = authentik_endpoints_connector_agent.laptops
  id = "name=Laptops" # or the UUID
}
