# By name.
terraform import authentik_property_mapping_source_plex.prefix "name=plex-prefix"

# By UUID.
terraform import authentik_property_mapping_source_plex.prefix 16ed8812-b1ac-4644-9c42-9b1425f1dc62
