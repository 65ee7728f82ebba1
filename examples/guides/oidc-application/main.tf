locals {
  roles = toset(["Admin", "Editor"])
  # What the scope mapping below looks for the role in.
  owned = var.entitlements ? "request.user.app_entitlements(provider.application)" : "request.user.ak_groups.all()"
}

# What comes with authentik.
data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "logout" {
  count = var.logout_flow ? 1 : 0
  slug  = "default-provider-invalidation-flow"
}

data "authentik_property_mapping_provider_scope" "standard" {
  managed_list = [
    "goauthentik.io/providers/oauth2/scope-openid",
    "goauthentik.io/providers/oauth2/scope-email",
    "goauthentik.io/providers/oauth2/scope-profile",
  ]
}

# Signs the tokens. The private key never leaves the server.
resource "authentik_certificate_key_pair_generated" "grafana" {
  common_name   = "grafana-tokens"
  validity_days = 730
}

# The claim `grafana_role`, for clients that ask for the scope `grafana`.
resource "authentik_property_mapping_provider_scope" "grafana" {
  name       = "grafana-role"
  scope_name = "grafana"
  expression = <<-EOT
    names = {one.name.removeprefix("Grafana ") for one in ${local.owned}}
    return {
        "grafana_role": next((role for role in ("Admin", "Editor") if role in names), "Viewer"),
    }
  EOT
}

# authentik generates the client ID and the client secret.
resource "authentik_provider_oauth2" "grafana" {
  name               = "grafana"
  authorization_flow = data.authentik_flow.authorization.id
  invalidation_flow  = one(data.authentik_flow.logout[*].id)
  signing_key        = authentik_certificate_key_pair_generated.grafana.id
  property_mappings = concat(
    data.authentik_property_mapping_provider_scope.standard.ids,
    [authentik_property_mapping_provider_scope.grafana.id],
  )
  allowed_redirect_uris = [
    { matching_mode = "strict", url = "${var.grafana_url}/login/generic_oauth" },
  ]
}

# What users see.
resource "authentik_application" "grafana" {
  name              = "Grafana"
  slug              = "grafana"
  group             = "Monitoring"
  meta_launch_url   = var.grafana_url
  protocol_provider = authentik_provider_oauth2.grafana.id
}

# Who is what in Grafana. Everybody else is a viewer.
resource "authentik_group" "grafana" {
  for_each = local.roles
  name     = "Grafana ${each.key}"
}

resource "authentik_application_entitlement" "grafana" {
  for_each    = var.entitlements ? local.roles : []
  name        = each.key
  application = authentik_application.grafana.uuid
}

resource "authentik_policy_binding" "role" {
  for_each = authentik_application_entitlement.grafana
  target   = each.value.id
  group    = authentik_group.grafana[each.key].id
  order    = 0
}
