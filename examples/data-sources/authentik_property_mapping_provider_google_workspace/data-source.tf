# The token's user needs the permission authentik_providers_google_workspace.view_googleworkspaceprovidermapping.

# By name.
data "authentik_property_mapping_provider_google_workspace" "by_name" {
  name = "example-provider-google-workspace"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_google_workspace" "by_managed" {
  managed = "goauthentik.io/providers/google_workspace/user"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_google_workspace" "standard" {
  managed_list = [
    "goauthentik.io/providers/google_workspace/user",
    "goauthentik.io/providers/google_workspace/group",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_provider_google_workspace.by_name.expression
}
