# The token's user needs these permissions:
# authentik_providers_ws_federation.view_wsfederationprovider
# authentik_providers_ws_federation.add_wsfederationprovider
# authentik_providers_ws_federation.change_wsfederationprovider
# authentik_providers_ws_federation.delete_wsfederationprovider
# and, to find the flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

# Needs an enterprise license.
resource "authentik_provider_ws_federation" "portal" {
  name               = "portal"
  authorization_flow = data.authentik_flow.consent.id
  invalidation_flow  = data.authentik_flow.logout.id
  reply_url          = "https://portal.example.com/_trust/"
  wtrealm            = "urn:portal.example.com"
}
