import {
  to = authentik_endpoints_fleet_connector.fleet
  id = "name=Fleet" # or the UUID
}
