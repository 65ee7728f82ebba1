terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "source_authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "source_enrollment" {
  slug = "default-source-enrollment"
}

resource "authentik_property_mapping_source_oauth" "groups" {
  name       = "company groups"
  expression = <<-EOT
    return {
        "groups": info.get("groups", []),
    }
  EOT
}

resource "authentik_source_oauth" "company" {
  name                = "Company"
  slug                = "company"
  authentication_flow = data.authentik_flow.source_authentication.id
  enrollment_flow     = data.authentik_flow.source_enrollment.id
  provider_type       = "openidconnect"
  consumer_key        = "authentik"
  consumer_secret     = "not-a-secret"
  authorization_url   = "https://login.company.example/authorize"
  access_token_url    = "https://login.company.example/token"
  profile_url         = "https://login.company.example/userinfo"
  oidc_jwks_url       = "https://login.company.example/jwks"
  user_matching_mode  = "email_link"
  property_mappings   = [authentik_property_mapping_source_oauth.groups.id]
}

output "callback" {
  value = authentik_source_oauth.company.callback_uri
}
