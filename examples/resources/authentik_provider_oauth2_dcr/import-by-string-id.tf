import {
  to = authentik_provider_oauth2_dcr.mcp
  id = "oauth2_provider=Registered clients" # or the UUID
}
