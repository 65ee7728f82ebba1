# The token's user needs these permissions:
# authentik_endpoints_connectors_fleet.view_fleetconnector
# authentik_endpoints_connectors_fleet.add_fleetconnector
# authentik_endpoints_connectors_fleet.change_fleetconnector
# authentik_endpoints_connectors_fleet.delete_fleetconnector

variable "fleet_token" {
  description = "API token of the Fleet server."
  type        = string
  sensitive   = true
}

# Since authentik 2026.2, with an enterprise license.
resource "authentik_endpoints_fleet_connector" "fleet" {
  name                   = "Fleet"
  url                    = "https://fleet.example.com"
  token_wo               = var.fleet_token
  token_wo_version       = 1
  map_teams_access_group = true
}
