# The token's user needs the permission
# authentik_endpoints_connectors_agent.view_enrollmenttoken.

# All of them.
data "authentik_endpoints_connector_agent_enrollment_tokens" "all" {}

# Those whose name contains a string.
data "authentik_endpoints_connector_agent_enrollment_tokens" "some" {
  search = "Laptops"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_endpoints_connector_agent_enrollment_tokens.some.ids
}
