# The token's user needs these permissions:
# authentik_providers_scim.view_scimprovidergroup
# authentik_providers_scim.add_scimprovidergroup
# authentik_providers_scim.delete_scimprovidergroup
# and, to find the provider and the group,
# authentik_providers_scim.view_scimprovider
# authentik_core.view_group

data "authentik_provider_scim" "helpdesk" {
  name = "helpdesk"
}

data "authentik_group" "research" {
  name = "Research"
}

# The existing group, so that the first synchronization does not create another.
resource "authentik_provider_scim_group" "research" {
  protocol_provider = data.authentik_provider_scim.helpdesk.id
  group             = data.authentik_group.research.id
  scim_id           = "0b5f6a0e"
}
