# By name.
terraform import authentik_property_mapping_provider_microsoft_entra.department "name=entra-department"

# By UUID.
terraform import authentik_property_mapping_provider_microsoft_entra.department 9f48d07e-e66a-4713-ac66-cee7d3b17fda
