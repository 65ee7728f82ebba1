# By connector and name.
terraform import authentik_endpoints_connector_agent_enrollment_token.laptops "connector=Laptops of new colleagues,name=Laptops"

# By UUID.
terraform import authentik_endpoints_connector_agent_enrollment_token.laptops 32fc45b9-e40e-4f1c-ad31-6d136a7084e2
