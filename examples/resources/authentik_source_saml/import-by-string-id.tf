import {
  to = authentik_source_saml.partner
  id = "partner" # or the UUID, or name=Partner
}
