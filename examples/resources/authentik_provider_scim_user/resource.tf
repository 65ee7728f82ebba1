# The token's user needs these permissions:
# authentik_providers_scim.view_scimprovideruser
# authentik_providers_scim.add_scimprovideruser
# authentik_providers_scim.delete_scimprovideruser
# and, to find the provider and the user,
# authentik_providers_scim.view_scimprovider
# authentik_core.view_user

data "authentik_provider_scim" "helpdesk" {
  name = "helpdesk"
}

data "authentik_user" "grace" {
  username = "grace"
}

# The existing account, so that the first synchronization does not create another.
resource "authentik_provider_scim_user" "grace" {
  protocol_provider = data.authentik_provider_scim.helpdesk.id
  user              = data.authentik_user.grace.id
  scim_id           = "0b5f6a0e"
}
