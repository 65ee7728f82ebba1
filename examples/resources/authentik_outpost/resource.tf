# The token's user needs these permissions:
# authentik_outposts.view_outpost
# authentik_outposts.add_outpost
# authentik_outposts.change_outpost
# authentik_outposts.delete_outpost
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

resource "authentik_provider_proxy" "printers" {
  name               = "printers"
  authorization_flow = data.authentik_flow.consent.uuid
  invalidation_flow  = data.authentik_flow.logout.uuid # since authentik 2024.10
  external_host      = "https://printers.example.com"
  internal_host      = "http://printers.internal:8080"
}

# Without a service connection you deploy it yourself. Only the keys of `config` that are
# written are managed; the others have authentik's default settings.
resource "authentik_outpost" "branch_office" {
  name               = "branch-office"
  type               = "proxy"
  protocol_providers = [authentik_provider_proxy.printers.id]
  config = jsonencode({
    authentik_host = "https://auth.example.com"
    log_level      = "warning"
  })
}
