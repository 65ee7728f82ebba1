import {
  to = authentik_property_mapping_source_saml.username
  identity = {
    id = "6861025b-1f56-4e68-8ef8-887e812a0409"
  }
}
