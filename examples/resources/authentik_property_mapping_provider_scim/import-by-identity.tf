import {
  to = authentik_property_mapping_provider_scim.email
  identity = {
    id = "514c0d30-d775-4df1-949e-6bc58886665d"
  }
}
