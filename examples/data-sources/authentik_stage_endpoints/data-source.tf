# The token's user needs the permission authentik_endpoints.view_endpointstage.

# By name.
data "authentik_stage_endpoints" "device" {
  name = "managed-device"
}

# The UUID of the connector that knows the devices.
output "connector" {
  value = data.authentik_stage_endpoints.device.connector
}
