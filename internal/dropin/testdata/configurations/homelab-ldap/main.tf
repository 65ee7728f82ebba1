terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "bind" {
  slug = "default-authentication-flow"
}

data "authentik_flow" "unbind" {
  slug = "default-invalidation-flow"
}

resource "authentik_provider_ldap" "main" {
  name        = "ldap"
  base_dn     = "DC=ldap,DC=home,DC=example"
  bind_flow   = data.authentik_flow.bind.id
  unbind_flow = data.authentik_flow.unbind.id
  bind_mode   = "cached"
  search_mode = "cached"
}

resource "authentik_application" "ldap" {
  name              = "LDAP"
  slug              = "ldap"
  protocol_provider = authentik_provider_ldap.main.id
}

resource "authentik_outpost" "ldap" {
  name               = "ldap"
  type               = "ldap"
  protocol_providers = [authentik_provider_ldap.main.id]
  config = jsonencode({
    authentik_host = "https://auth.home.example"
    log_level      = "info"
  })
}

resource "authentik_user" "bind" {
  username = "ldapservice"
  name     = "LDAP bind"
  type     = "service_account"
  path     = "goauthentik.io/service-accounts"
}

resource "authentik_token" "bind" {
  identifier   = "ldapservice-password"
  user         = authentik_user.bind.id
  intent       = "app_password"
  description  = "Password of the LDAP service account"
  expiring     = false
  retrieve_key = true
}
