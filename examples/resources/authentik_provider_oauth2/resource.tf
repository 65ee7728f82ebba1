# The token's user needs these permissions:
# authentik_providers_oauth2.view_oauth2provider
# authentik_providers_oauth2.add_oauth2provider
# authentik_providers_oauth2.change_oauth2provider
# authentik_providers_oauth2.delete_oauth2provider
# and, to find the flows by their slugs and to import by name,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

# authentik generates the client ID and the client secret. The state contains the secret.
resource "authentik_provider_oauth2" "wiki" {
  name               = "wiki"
  authorization_flow = data.authentik_flow.consent.id
  invalidation_flow  = data.authentik_flow.logout.id

  allowed_redirect_uris = [
    { matching_mode = "strict", url = "https://wiki.example.com/oauth2/callback" },
  ]
}

output "client_id" {
  value = authentik_provider_oauth2.wiki.client_id
}

output "client_secret" {
  value     = authentik_provider_oauth2.wiki.client_secret
  sensitive = true
}
