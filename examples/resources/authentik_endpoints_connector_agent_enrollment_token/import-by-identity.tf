import {
  to = authentik_endpoints_connector_agent_enrollment_token.laptops
  identity = {
    id = "32fc45b9-e40e-4f1c-ad31-6d136a7084e2"
  }
}
