# The token's user needs the permission authentik_endpoints_connectors_agent.view_enrollmenttoken.

# By UUID.
data "authentik_endpoints_connector_agent_enrollment_token" "laptops" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451292"
}

output "expires" {
  value = data.authentik_endpoints_connector_agent_enrollment_token.laptops.expires
}
