# The token's user needs the permissions
# authentik_providers_microsoft_entra.view_microsoftentraprovidergroup and
# authentik_providers_microsoft_entra.view_microsoftentraprovider.

# All of them.
data "authentik_provider_microsoft_entra_groups" "all" {}

data "authentik_provider_microsoft_entra" "subsidiary" {
  name = "subsidiary"
}

# Those of one Microsoft Entra provider.
data "authentik_provider_microsoft_entra_groups" "of_one_microsoft_entra_provider" {
  protocol_provider = data.authentik_provider_microsoft_entra.subsidiary.id
}

# Their UUIDs.
output "ids" {
  value = data.authentik_provider_microsoft_entra_groups.of_one_microsoft_entra_provider.ids
}
