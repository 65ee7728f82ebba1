# Policy bindings have no names: they are found by what they bind.
data "authentik_application" "existing" {
  slug = "chat"
}

import {
  to = authentik_property_mapping_provider_scim.user
  id = "name=chat-user"
}

import {
  to = authentik_group.chat
  id = "name=Chat users"
}

import {
  to = authentik_provider_scim.chat
  id = "name=chat"
}

import {
  to = authentik_application.chat
  id = "chat"
}

import {
  to = authentik_policy_binding.chat
  id = "target=${data.authentik_application.existing.id},group=Chat users"
}
