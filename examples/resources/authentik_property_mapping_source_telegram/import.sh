# By name.
terraform import authentik_property_mapping_source_telegram.username "name=telegram-username"

# By UUID.
terraform import authentik_property_mapping_source_telegram.username 96ddf5cd-1b0a-432e-b897-ea4344499687
