import {
  to = authentik_property_mapping_source_kerberos.username
  identity = {
    id = "aa084e39-b725-4e3f-8ac3-3206814b7cdf"
  }
}
