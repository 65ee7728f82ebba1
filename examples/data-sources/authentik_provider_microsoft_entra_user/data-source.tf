# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovideruser
# and, to find the provider and the user,
# authentik_providers_microsoft_entra.view_microsoftentraprovider
# authentik_core.view_user

data "authentik_provider_microsoft_entra" "subsidiary" {
  name = "subsidiary"
}

data "authentik_user" "grace" {
  username = "grace"
}

# By provider and user.
data "authentik_provider_microsoft_entra_user" "grace" {
  protocol_provider = data.authentik_provider_microsoft_entra.subsidiary.id
  user              = data.authentik_user.grace.id
}

output "microsoft_id" {
  value = data.authentik_provider_microsoft_entra_user.grace.microsoft_id
}
