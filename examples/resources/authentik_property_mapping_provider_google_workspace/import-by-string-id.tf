import {
  to = authentik_property_mapping_provider_google_workspace.user
  id = "name=google-change-password" # or the UUID
}
