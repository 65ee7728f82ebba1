# The token's user needs these permissions:
# authentik_endpoints_connectors_agent.view_agentconnector
# authentik_endpoints_connectors_agent.add_agentconnector
# authentik_endpoints_connectors_agent.change_agentconnector
# authentik_endpoints_connectors_agent.delete_agentconnector

# Since authentik 2025.12.
resource "authentik_endpoints_connector_agent" "laptops" {
  name                             = "Laptops"
  refresh_interval                 = "minutes=15"
  auth_terminate_session_on_expiry = true
}
