terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authorization" {
  slug = "default-authentication-flow"
}

data "authentik_flow" "invalidation" {
  slug = "default-invalidation-flow"
}

resource "authentik_property_mapping_provider_radius" "vlan" {
  name       = "radius-vlan"
  expression = "packet[\"Tunnel-Private-Group-Id\"] = \"20\""
}

resource "authentik_provider_radius" "wifi" {
  name               = "radius-wifi"
  authorization_flow = data.authentik_flow.authorization.id
  invalidation_flow  = data.authentik_flow.invalidation.id
  client_networks    = "10.10.0.0/16"
  shared_secret      = "not-a-secret"
  mfa_support        = false
  property_mappings  = [authentik_property_mapping_provider_radius.vlan.id]
}

resource "authentik_application" "wifi" {
  name              = "Wi-Fi"
  slug              = "radius-wifi"
  protocol_provider = authentik_provider_radius.wifi.id
}

resource "authentik_outpost" "radius" {
  name               = "radius"
  type               = "radius"
  protocol_providers = [authentik_provider_radius.wifi.id]
}
