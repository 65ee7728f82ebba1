terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "invalidation" {
  slug = "default-provider-invalidation-flow"
}

locals {
  services = {
    sonarr = { host = "https://sonarr.home.example", group = "media" }
    radarr = { host = "https://radarr.home.example", group = "media" }
    pihole = { host = "https://pihole.home.example", group = "admin" }
  }
}

data "authentik_outpost" "embedded" {
  name = "authentik Embedded Outpost"
}

resource "authentik_group" "access" {
  for_each = toset([for service in local.services : service.group])
  name     = "homelab-${each.key}"
}

resource "authentik_provider_proxy" "service" {
  for_each              = local.services
  name                  = "homelab-${each.key}"
  mode                  = "forward_single"
  external_host         = each.value.host
  authorization_flow    = data.authentik_flow.authorization.id
  invalidation_flow     = data.authentik_flow.invalidation.id
  access_token_validity = "hours=24"
  skip_path_regex       = <<-EOT
    ^/api/.*
    ^/ping$
  EOT
}

resource "authentik_application" "service" {
  for_each          = local.services
  name              = title(each.key)
  slug              = "homelab-${each.key}"
  group             = "Home"
  protocol_provider = authentik_provider_proxy.service[each.key].id
  meta_launch_url   = each.value.host
}

resource "authentik_policy_binding" "service" {
  for_each = local.services
  target   = authentik_application.service[each.key].uuid
  group    = authentik_group.access[each.value.group].id
  order    = 0
}

resource "authentik_outpost_provider_attachment" "service" {
  for_each          = local.services
  outpost           = data.authentik_outpost.embedded.id
  protocol_provider = authentik_provider_proxy.service[each.key].id
}
