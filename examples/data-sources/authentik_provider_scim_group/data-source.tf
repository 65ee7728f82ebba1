# The token's user needs these permissions:
# authentik_providers_scim.view_scimprovidergroup
# and, to find the provider and the group,
# authentik_providers_scim.view_scimprovider
# authentik_core.view_group

data "authentik_provider_scim" "helpdesk" {
  name = "helpdesk"
}

data "authentik_group" "research" {
  name = "Research"
}

# By provider and group.
data "authentik_provider_scim_group" "research" {
  protocol_provider = data.authentik_provider_scim.helpdesk.id
  group             = data.authentik_group.research.id
}

output "scim_id" {
  value = data.authentik_provider_scim_group.research.scim_id
}
