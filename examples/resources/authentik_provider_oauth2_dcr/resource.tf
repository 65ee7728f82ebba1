# The token's user needs these permissions:
# authentik_providers_oauth2.view_oauth2dynamicclientregistration
# authentik_providers_oauth2.add_oauth2dynamicclientregistration
# authentik_providers_oauth2.change_oauth2dynamicclientregistration
# authentik_providers_oauth2.delete_oauth2dynamicclientregistration
# and, to create what the example refers to,
# authentik_flows.view_flow
# authentik_flows.add_flow
# authentik_flows.change_flow
# authentik_flows.delete_flow
# authentik_providers_oauth2.view_oauth2provider
# authentik_providers_oauth2.add_oauth2provider
# authentik_providers_oauth2.change_oauth2provider
# authentik_providers_oauth2.delete_oauth2provider

resource "authentik_flow" "authorization" {
  name        = "Authorize registered clients"
  title       = "Authorize registered clients"
  slug        = "authorize-registered-clients"
  designation = "authorization"
}

resource "authentik_flow" "invalidation" {
  name        = "Sign out of registered clients"
  title       = "Sign out of registered clients"
  slug        = "sign-out-of-registered-clients"
  designation = "invalidation"
}

resource "authentik_provider_oauth2" "mcp" {
  name               = "Registered clients"
  authorization_flow = authentik_flow.authorization.uuid
  invalidation_flow  = authentik_flow.invalidation.uuid
  allowed_redirect_uris = [
    { matching_mode = "strict", url = "https://mcp.example.com/callback" },
  ]
}

# Since authentik 2026.8. Clients register themselves, for the authorization code only.
resource "authentik_provider_oauth2_dcr" "mcp" {
  oauth2_provider           = authentik_provider_oauth2.mcp.id
  default_application_group = "Registered clients"
  allowed_grant_types       = ["authorization_code", "refresh_token"]
}
