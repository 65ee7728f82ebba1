import {
  to = authentik_provider_saml.console
  id = "name=console" # or the ID
}
