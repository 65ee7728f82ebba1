import {
  to = authentik_endpoints_fleet_connector.fleet
  identity = {
    id = "f2cdb5f7-ca8b-4098-8863-bbfdf6696fa7"
  }
}
