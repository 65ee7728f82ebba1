import {
  to = authentik_property_mapping_source_scim.cost_center
  identity = {
    id = "b03f9454-dfff-4b32-b9a4-25fc74ba206b"
  }
}
