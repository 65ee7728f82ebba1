# Policy bindings have no names: they are found by what they bind.
data "authentik_application" "existing" {
  slug = "cloud-console"
}

import {
  to = authentik_certificate_key_pair_generated.console
  id = "name=cloud-console"
}

import {
  for_each = var.roles
  to       = authentik_group.console[each.key]
  id       = "name=${each.key}"
}

import {
  to = authentik_property_mapping_provider_saml.role
  id = "name=cloud-console-role"
}

import {
  to = authentik_property_mapping_provider_saml.session_name
  id = "name=cloud-console-session-name"
}

import {
  to = authentik_provider_saml.console
  id = "name=cloud-console"
}

import {
  to = authentik_application.console
  id = "cloud-console"
}

import {
  for_each = var.roles
  to       = authentik_policy_binding.console[each.key]
  id       = "target=${data.authentik_application.existing.id},group=${each.key}"
}
