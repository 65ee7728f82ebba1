# The token's user needs these permissions:
# authentik_endpoints_connectors_agent.view_enrollmenttoken
# authentik_endpoints_connectors_agent.add_enrollmenttoken
# authentik_endpoints_connectors_agent.change_enrollmenttoken
# authentik_endpoints_connectors_agent.delete_enrollmenttoken
# and, to create what the example refers to,
# authentik_endpoints_connectors_agent.view_agentconnector
# authentik_endpoints_connectors_agent.add_agentconnector
# authentik_endpoints_connectors_agent.change_agentconnector
# authentik_endpoints_connectors_agent.delete_agentconnector
# authentik_endpoints.view_deviceaccessgroup
# authentik_endpoints.add_deviceaccessgroup
# authentik_endpoints.change_deviceaccessgroup
# authentik_endpoints.delete_deviceaccessgroup

resource "authentik_endpoints_connector_agent" "laptops" {
  name = "Laptops of new colleagues"
}

resource "authentik_endpoints_device_access_group" "laptops" {
  name = "Laptops of new colleagues"
}

# Since authentik 2025.12. The ephemeral resource authentik_endpoints_enrollment_token_key
# hands out the key.
resource "authentik_endpoints_connector_agent_enrollment_token" "laptops" {
  name                = "Laptops"
  connector           = authentik_endpoints_connector_agent.laptops.id
  device_access_group = authentik_endpoints_device_access_group.laptops.id
  expiring            = false
}
