import {
  to = authentik_property_mapping_source_telegram.username
  identity = {
    id = "96ddf5cd-1b0a-432e-b897-ea4344499687"
  }
}
