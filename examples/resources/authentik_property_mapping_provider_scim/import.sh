# By name.
terraform import authentik_property_mapping_provider_scim.email "name=scim-username-is-email"

# By UUID.
terraform import authentik_property_mapping_provider_scim.email 514c0d30-d775-4df1-949e-6bc58886665d
