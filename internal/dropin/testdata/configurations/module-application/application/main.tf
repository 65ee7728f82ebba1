terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

variable "name" {
  type = string
}

variable "hostname" {
  type = string
}

variable "groups" {
  type    = list(string)
  default = []
}

data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "invalidation" {
  slug = "default-provider-invalidation-flow"
}

resource "authentik_provider_oauth2" "this" {
  name               = "module-${lower(var.name)}"
  client_id          = "module-${lower(var.name)}"
  authorization_flow = data.authentik_flow.authorization.id
  invalidation_flow  = data.authentik_flow.invalidation.id
  allowed_redirect_uris = [
    { matching_mode = "regex", url = "https://${replace(var.hostname, ".", "\\.")}/.*" },
  ]
}

resource "authentik_application" "this" {
  name              = var.name
  slug              = "module-${lower(var.name)}"
  protocol_provider = authentik_provider_oauth2.this.id
  meta_launch_url   = "https://${var.hostname}"
}

resource "authentik_group" "this" {
  for_each = toset(var.groups)
  name     = each.key
}

resource "authentik_policy_binding" "this" {
  for_each = authentik_group.this
  target   = authentik_application.this.uuid
  group    = each.value.id
  order    = 0
}

data "authentik_provider_oauth2_config" "this" {
  provider_id = authentik_provider_oauth2.this.id
  depends_on  = [authentik_application.this]
}

output "issuer" {
  value = data.authentik_provider_oauth2_config.this.issuer_url
}
