# Policy bindings have no names: they are found by what they bind.
data "authentik_application" "existing" {
  slug = "grafana"
}

data "authentik_application_entitlement" "existing" {
  for_each    = var.entitlements ? local.roles : []
  application = data.authentik_application.existing.id
  name        = each.key
}

import {
  to = authentik_certificate_key_pair_generated.grafana
  id = "name=grafana-tokens"
}

import {
  to = authentik_property_mapping_provider_scope.grafana
  id = "name=grafana-role"
}

import {
  to = authentik_provider_oauth2.grafana
  id = "name=grafana"
}

import {
  to = authentik_application.grafana
  id = "grafana"
}

import {
  for_each = local.roles
  to       = authentik_group.grafana[each.key]
  id       = "name=Grafana ${each.key}"
}

import {
  for_each = var.entitlements ? local.roles : []
  to       = authentik_application_entitlement.grafana[each.key]
  id       = "application=grafana,name=${each.key}"
}

import {
  for_each = data.authentik_application_entitlement.existing
  to       = authentik_policy_binding.role[each.key]
  id       = "target=${each.value.id},group=Grafana ${each.key}"
}

import {
  to = authentik_policy_expression.contractors
  id = "name=grafana-contractors"
}

import {
  to = authentik_policy_binding.contractors
  id = "target=${data.authentik_application.existing.id},policy=grafana-contractors"
}
