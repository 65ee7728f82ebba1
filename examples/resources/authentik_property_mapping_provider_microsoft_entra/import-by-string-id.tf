import {
  to = authentik_property_mapping_provider_microsoft_entra.department
  id = "name=entra-department" # or the UUID
}
