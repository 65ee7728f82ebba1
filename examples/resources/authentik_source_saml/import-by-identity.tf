import {
  to = authentik_source_saml.partner
  identity = {
    uuid = "6a23853c-86fb-4eb3-9f19-9ebf3a7825b4"
  }
}
