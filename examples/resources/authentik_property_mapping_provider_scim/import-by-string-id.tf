import {
  to = authentik_property_mapping_provider_scim.email
  id = "name=scim-username-is-email" # or the UUID
}
