terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authentication" {
  designation = "authentication"
  slug        = "default-authentication-flow"
}

data "authentik_flow" "settings" {
  slug = "default-user-settings-flow"
}

data "authentik_brand" "default" {
  domain = "authentik-default"
}

resource "authentik_brand" "company" {
  domain              = "auth.company.example"
  branding_title      = "Company"
  branding_logo       = "https://www.company.example/logo.svg"
  flow_authentication = data.authentik_flow.authentication.id
  flow_invalidation   = data.authentik_brand.default.flow_invalidation
  flow_user_settings  = data.authentik_flow.settings.id
  flow_recovery       = ""
  attributes = jsonencode({
    settings = { theme = { base = "dark" }, locale = "de" }
  })
}
