# The token's user needs the permission authentik_endpoints_connectors_agent.view_enrollmenttoken.

# By connector and name.
data "authentik_endpoints_connector_agent" "laptops" {
  name = "Laptops"
}

data "authentik_endpoints_connector_agent_enrollment_token" "laptops" {
  connector = data.authentik_endpoints_connector_agent.laptops.id
  name      = "Laptops"
}

output "expires" {
  value = data.authentik_endpoints_connector_agent_enrollment_token.laptops.expires
}
