import {
  to = authentik_property_mapping_source_saml.username
  id = "name=saml-username" # or the UUID
}
