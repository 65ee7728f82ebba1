# The token's user needs these permissions:
# authentik_endpoints.view_endpointstage
# authentik_endpoints.add_endpointstage
# authentik_endpoints.change_endpointstage
# authentik_endpoints.delete_endpointstage

# Since authentik 2025.12. The connector is one of "Endpoint Devices > Connectors";
# this is its UUID, the API's `connector_uuid` in /api/v3/endpoints/connectors/.
resource "authentik_stage_endpoints" "device" {
  name      = "known-device"
  connector = "d92f6c1e-4b7a-4c35-8f0d-1a6e5b3c7d28"
  mode      = "required"
}
