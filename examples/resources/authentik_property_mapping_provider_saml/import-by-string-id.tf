import {
  to = authentik_property_mapping_provider_saml.department
  id = "name=saml-department" # or the UUID
}
