import {
  to = authentik_property_mapping_provider_rac.own_name
  id = "name=rac-own-name" # or the UUID
}
