# The token's user needs these permissions:
# authentik_providers_radius.view_radiusprovider
# authentik_providers_radius.add_radiusprovider
# authentik_providers_radius.change_radiusprovider
# authentik_providers_radius.delete_radiusprovider
# and, to find flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

# Since authentik 2023.4.
resource "authentik_provider_radius" "wifi" {
  name               = "wifi"
  authorization_flow = data.authentik_flow.consent.uuid
  invalidation_flow  = data.authentik_flow.logout.uuid # since authentik 2024.10
  client_networks    = "10.20.0.0/16, 2001:db8:20::/48"
}

# The secret that the access points need; authentik has generated it.
output "shared_secret" {
  value     = authentik_provider_radius.wifi.shared_secret
  sensitive = true
}
