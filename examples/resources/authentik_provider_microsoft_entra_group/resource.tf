# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovidergroup
# authentik_providers_microsoft_entra.add_microsoftentraprovidergroup
# authentik_providers_microsoft_entra.delete_microsoftentraprovidergroup
# and, to find the provider and the group,
# authentik_providers_microsoft_entra.view_microsoftentraprovider
# authentik_core.view_group

data "authentik_provider_microsoft_entra" "subsidiary" {
  name = "subsidiary"
}

data "authentik_group" "research" {
  name = "Research"
}

# The existing group, so that the first synchronization does not create another.
resource "authentik_provider_microsoft_entra_group" "research" {
  protocol_provider = data.authentik_provider_microsoft_entra.subsidiary.id
  group             = data.authentik_group.research.id
  microsoft_id      = "6e7b768e-07e2-4810-8459-485f84f8f204"
}
