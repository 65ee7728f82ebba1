import {
  to = authentik_endpoints_connector_agent.laptops
  identity = {
    id = "b1fb3094-a928-4e95-8324-989e9693e2d4"
  }
}
