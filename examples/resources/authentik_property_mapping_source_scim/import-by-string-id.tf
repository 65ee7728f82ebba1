import {
  to = authentik_property_mapping_source_scim.cost_center
  id = "name=scim-cost-center" # or the UUID
}
