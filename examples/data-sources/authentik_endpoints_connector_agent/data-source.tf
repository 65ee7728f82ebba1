# The token's user needs the permission authentik_endpoints_connectors_agent.view_agentconnector.

# By name.
data "authentik_endpoints_connector_agent" "laptops" {
  name = "Laptops"
}

output "refresh_interval" {
  value = data.authentik_endpoints_connector_agent.laptops.refresh_interval
}
