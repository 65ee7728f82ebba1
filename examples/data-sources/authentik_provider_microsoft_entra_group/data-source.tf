# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovidergroup
# and, to find the provider and the group,
# authentik_providers_microsoft_entra.view_microsoftentraprovider
# authentik_core.view_group

data "authentik_provider_microsoft_entra" "subsidiary" {
  name = "subsidiary"
}

data "authentik_group" "research" {
  name = "Research"
}

# By provider and group.
data "authentik_provider_microsoft_entra_group" "research" {
  protocol_provider = data.authentik_provider_microsoft_entra.subsidiary.id
  group             = data.authentik_group.research.id
}

output "microsoft_id" {
  value = data.authentik_provider_microsoft_entra_group.research.microsoft_id
}
