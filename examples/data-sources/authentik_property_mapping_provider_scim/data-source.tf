# The token's user needs the permission authentik_providers_scim.view_scimmapping.

# By name.
data "authentik_property_mapping_provider_scim" "by_name" {
  name = "example-provider-scim"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_scim" "by_managed" {
  managed = "goauthentik.io/providers/scim/user"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_scim" "standard" {
  managed_list = [
    "goauthentik.io/providers/scim/user",
    "goauthentik.io/providers/scim/group",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_provider_scim.by_name.expression
}
