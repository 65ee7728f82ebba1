# The token's user needs the permission authentik_endpoints_connectors_fleet.view_fleetconnector.

# By name.
data "authentik_endpoints_fleet_connector" "fleet" {
  name = "Fleet"
}

output "url" {
  value = data.authentik_endpoints_fleet_connector.fleet.url
}
