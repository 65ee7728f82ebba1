import {
  to = authentik_source_scim.hr
  id = "hr" # or the UUID, or name=HR system
}
