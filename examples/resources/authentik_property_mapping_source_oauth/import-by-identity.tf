import {
  to = authentik_property_mapping_source_oauth.department
  identity = {
    id = "296274b7-4f81-4a3b-8654-ff8562791363"
  }
}
