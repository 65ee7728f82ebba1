# By name.
terraform import authentik_property_mapping_provider_rac.own_name "name=rac-own-name"

# By UUID.
terraform import authentik_property_mapping_provider_rac.own_name bfbe1c2d-0671-436f-a73d-71b85bf03f34
