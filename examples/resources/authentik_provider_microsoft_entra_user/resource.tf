# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovideruser
# authentik_providers_microsoft_entra.add_microsoftentraprovideruser
# authentik_providers_microsoft_entra.delete_microsoftentraprovideruser
# and, to find the provider and the user,
# authentik_providers_microsoft_entra.view_microsoftentraprovider
# authentik_core.view_user

data "authentik_provider_microsoft_entra" "subsidiary" {
  name = "subsidiary"
}

data "authentik_user" "grace" {
  username = "grace"
}

# The existing account, so that the first synchronization does not create another.
resource "authentik_provider_microsoft_entra_user" "grace" {
  protocol_provider = data.authentik_provider_microsoft_entra.subsidiary.id
  user              = data.authentik_user.grace.id
  microsoft_id      = "6e7b768e-07e2-4810-8459-485f84f8f204"
}
