import {
  to = authentik_property_mapping_source_plex.prefix
  id = "name=plex-prefix" # or the UUID
}
