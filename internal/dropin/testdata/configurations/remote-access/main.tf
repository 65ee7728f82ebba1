terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_property_mapping_provider_rac" "rdp" {
  managed = "goauthentik.io/providers/rac/rdp-default"
}

resource "authentik_property_mapping_provider_rac" "keyboard" {
  name     = "remote-access-keyboard"
  settings = jsonencode({ server-layout = "de-de-qwertz" })
}

resource "authentik_provider_rac" "desktops" {
  name               = "remote-access"
  authorization_flow = data.authentik_flow.authorization.id
  connection_expiry  = "hours=8"
  settings           = jsonencode({ enable-wallpaper = "true" })
  property_mappings  = [data.authentik_property_mapping_provider_rac.rdp.id]
}

resource "authentik_rac_endpoint" "jump" {
  name                = "jump"
  protocol            = "rdp"
  host                = "jump.company.example:3389"
  protocol_provider   = authentik_provider_rac.desktops.id
  maximum_connections = 2
  property_mappings   = [authentik_property_mapping_provider_rac.keyboard.id]
}

resource "authentik_application" "desktops" {
  name              = "Desktops"
  slug              = "remote-access"
  protocol_provider = authentik_provider_rac.desktops.id
}
