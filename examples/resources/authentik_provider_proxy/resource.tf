# The token's user needs these permissions:
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

# The outpost passes requests on to the wiki, which has no sign-in of its own.
resource "authentik_provider_proxy" "legacy_wiki" {
  name               = "legacy-wiki"
  authorization_flow = data.authentik_flow.consent.uuid
  invalidation_flow  = data.authentik_flow.logout.uuid # since authentik 2024.10
  external_host      = "https://wiki.example.com"
  internal_host      = "http://wiki.internal:8080"
  skip_path_regex    = <<-EOT
    ^/health$
    ^/public/
  EOT
}
