# By name.
terraform import authentik_property_mapping_source_oauth.department "name=oauth-department"

# By UUID.
terraform import authentik_property_mapping_source_oauth.department 296274b7-4f81-4a3b-8654-ff8562791363
