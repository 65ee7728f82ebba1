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

data "authentik_flow" "invalidation" {
  slug = "default-provider-invalidation-flow"
}

data "authentik_property_mapping_provider_scope" "email" {
  scope_name = "email"
}

resource "authentik_property_mapping_provider_scope" "roles" {
  name        = "entitlements-roles"
  scope_name  = "roles"
  description = "Your roles"
  expression  = <<-EOT
    return {
        "roles": [entitlement.name for entitlement in request.user.app_entitlements(provider.application)],
    }
  EOT
}

resource "authentik_provider_oauth2" "grafana" {
  name                       = "entitlements-grafana"
  client_id                  = "grafana"
  client_type                = "confidential"
  authorization_flow         = data.authentik_flow.authorization.id
  invalidation_flow          = data.authentik_flow.invalidation.id
  sub_mode                   = "user_username"
  include_claims_in_id_token = true
  property_mappings = [
    data.authentik_property_mapping_provider_scope.email.id,
    authentik_property_mapping_provider_scope.roles.id,
  ]
  allowed_redirect_uris = [
    {
      matching_mode = "strict"
      url           = "https://grafana.company.example/login/generic_oauth"
    }
  ]
}

resource "authentik_application" "grafana" {
  name               = "Grafana"
  slug               = "entitlements-grafana"
  protocol_provider  = authentik_provider_oauth2.grafana.id
  policy_engine_mode = "any"
}

resource "authentik_application_entitlement" "admin" {
  name        = "grafana-admin"
  application = authentik_application.grafana.uuid
}

resource "authentik_group" "grafana" {
  name = "entitlements-grafana-admins"
}

resource "authentik_policy_binding" "admin" {
  target = authentik_application_entitlement.admin.id
  group  = authentik_group.grafana.id
  order  = 0
}
