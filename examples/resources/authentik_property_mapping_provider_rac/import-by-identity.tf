import {
  to = authentik_property_mapping_provider_rac.own_name
  identity = {
    id = "bfbe1c2d-0671-436f-a73d-71b85bf03f34"
  }
}
