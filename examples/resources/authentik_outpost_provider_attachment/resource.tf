# The token's user needs these permissions:
# authentik_outposts.view_outpost
# authentik_outposts.change_outpost
# and, to create the provider,
# authentik_providers_proxy.view_proxyprovider
# authentik_providers_proxy.add_proxyprovider
# authentik_providers_proxy.change_proxyprovider
# authentik_providers_proxy.delete_proxyprovider
# and, to find flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

resource "authentik_provider_proxy" "cameras" {
  name               = "cameras"
  authorization_flow = data.authentik_flow.consent.uuid
  invalidation_flow  = data.authentik_flow.logout.uuid # since authentik 2024.10
  external_host      = "https://cameras.example.com"
  internal_host      = "http://cameras.internal:8080"
}

# The outpost that is part of the server.
data "authentik_outpost" "embedded" {
  managed = "goauthentik.io/outposts/embedded"
}

# Its other providers stay as they are.
resource "authentik_outpost_provider_attachment" "cameras" {
  outpost           = data.authentik_outpost.embedded.id
  protocol_provider = authentik_provider_proxy.cameras.id
}
