terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "pre" {
  slug = "default-source-pre-authentication"
}

data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

resource "authentik_property_mapping_source_saml" "name" {
  name       = "partner-name"
  expression = "return {\"name\": \"Partner\"}"
}

resource "authentik_source_saml" "partner" {
  name                    = "Partner"
  slug                    = "partner"
  pre_authentication_flow = data.authentik_flow.pre.id
  authentication_flow     = data.authentik_flow.authentication.id
  enrollment_flow         = data.authentik_flow.enrollment.id
  sso_url                 = "https://idp.partner.example/sso"
  issuer                  = "authentik"
  binding_type            = "POST"
  name_id_policy          = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
  property_mappings       = [authentik_property_mapping_source_saml.name.id]
}
