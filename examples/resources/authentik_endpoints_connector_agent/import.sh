# By name.
terraform import authentik_endpoints_connector_agent.laptops "name=Laptops"

# By UUID.
terraform import authentik_endpoints_connector_agent.laptops b1fb3094-a928-4e95-8324-989e9693e2d4
