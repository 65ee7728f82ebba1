import {
  to = authentik_provider_microsoft_entra.tenant
  identity = {
    id = "171"
  }
}
