# The token's user needs the permission authentik_endpoints.view_endpointstage.

# By name.
data "authentik_stage_endpoints" "device" {
  name = "known-device"
}

# The connector's type.
output "connector" {
  value = data.authentik_stage_endpoints.device.connector_obj.verbose_name
}
