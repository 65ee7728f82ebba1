# The token's user needs the permission
# authentik_endpoints_connectors_fleet.view_fleetconnector.

# All of them.
data "authentik_endpoints_fleet_connectors" "all" {}

# Those whose name contains a string.
data "authentik_endpoints_fleet_connectors" "some" {
  search = "Fleet"
}

# The UUIDs by name.
output "ids" {
  value = { for connector in data.authentik_endpoints_fleet_connectors.all.objects : connector.name => connector.id }
}
