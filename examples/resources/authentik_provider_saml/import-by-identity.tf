import {
  to = authentik_provider_saml.console
  identity = {
    id = "142"
  }
}
