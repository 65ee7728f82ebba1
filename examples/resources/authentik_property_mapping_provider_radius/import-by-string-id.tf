import {
  to = authentik_property_mapping_provider_radius.class
  id = "name=radius-class" # or the UUID
}
