import {
  to = authentik_provider_microsoft_entra.tenant
  id = "name=tenant" # or the ID
}
