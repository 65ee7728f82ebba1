# The token's user needs the permission
# authentik_endpoints_connectors_agent.view_agentconnector.

# All of them.
data "authentik_endpoints_connectors_agent" "all" {}

# Those whose name contains a string.
data "authentik_endpoints_connectors_agent" "some" {
  search = "Laptops"
}

# The UUIDs by name.
output "ids" {
  value = { for connector in data.authentik_endpoints_connectors_agent.all.objects : connector.name => connector.id }
}
