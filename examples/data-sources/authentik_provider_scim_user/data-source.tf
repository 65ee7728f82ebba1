# The token's user needs these permissions:
# authentik_providers_scim.view_scimprovideruser
# and, to find the provider and the user,
# authentik_providers_scim.view_scimprovider
# authentik_core.view_user

data "authentik_provider_scim" "helpdesk" {
  name = "helpdesk"
}

data "authentik_user" "grace" {
  username = "grace"
}

# By provider and user.
data "authentik_provider_scim_user" "grace" {
  protocol_provider = data.authentik_provider_scim.helpdesk.id
  user              = data.authentik_user.grace.id
}

output "scim_id" {
  value = data.authentik_provider_scim_user.grace.scim_id
}
