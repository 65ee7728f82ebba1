import {
  to = authentik_provider_oauth2_dcr.mcp
  identity = {
    id = "76a7ebe8-e3b9-48f8-ab79-f665f2031f4e"
  }
}
