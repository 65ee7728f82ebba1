# By name.
terraform import authentik_property_mapping_source_scim.cost_center "name=scim-cost-center"

# By UUID.
terraform import authentik_property_mapping_source_scim.cost_center b03f9454-dfff-4b32-b9a4-25fc74ba206b
