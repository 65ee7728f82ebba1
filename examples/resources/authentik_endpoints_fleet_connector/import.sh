# By name.
terraform import authentik_endpoints_fleet_connector.fleet "name=Fleet"

# By UUID.
terraform import authentik_endpoints_fleet_connector.fleet f2cdb5f7-ca8b-4098-8863-bbfdf6696fa7
