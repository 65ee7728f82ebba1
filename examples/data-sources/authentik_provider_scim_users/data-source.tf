# The token's user needs the permissions
# authentik_providers_scim.view_scimprovideruser and
# authentik_providers_scim.view_scimprovider.

# All of them.
data "authentik_provider_scim_users" "all" {}

data "authentik_provider_scim" "helpdesk" {
  name = "helpdesk"
}

# Those of one SCIM provider.
data "authentik_provider_scim_users" "of_one_scim_provider" {
  protocol_provider = data.authentik_provider_scim.helpdesk.id
}

# Their UUIDs.
output "ids" {
  value = data.authentik_provider_scim_users.of_one_scim_provider.ids
}
