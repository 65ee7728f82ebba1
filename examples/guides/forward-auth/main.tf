# Flows that authentik's blueprints have created.
data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "invalidation" {
  count = var.invalidation_flow == null ? 0 : 1
  slug  = var.invalidation_flow
}

# The outpost that is part of the server.
data "authentik_outpost" "embedded" {
  managed = "goauthentik.io/outposts/embedded"
}

# One provider for every application in the domain.
resource "authentik_provider_proxy" "domain" {
  name                  = "forward-auth"
  mode                  = "forward_domain"
  external_host         = var.auth_url
  cookie_domain         = var.domain
  authorization_flow    = data.authentik_flow.authorization.uuid
  invalidation_flow     = one(data.authentik_flow.invalidation[*].uuid)
  access_token_validity = var.session
}

# What policies bound to it say holds for the whole domain.
resource "authentik_application" "domain" {
  name              = "Forward authentication"
  slug              = "forward-auth"
  protocol_provider = authentik_provider_proxy.domain.id
}

# The embedded outpost runs it, beside its other providers.
resource "authentik_outpost_provider_attachment" "domain" {
  outpost           = data.authentik_outpost.embedded.id
  protocol_provider = authentik_provider_proxy.domain.id
}
