import {
  to = authentik_property_mapping_source_oauth.department
  id = "name=oauth-department" # or the UUID
}
