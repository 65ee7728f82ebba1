# The token's user needs the permission authentik_providers_oauth2.view_scopemapping.

# By name.
data "authentik_property_mapping_provider_scope" "by_name" {
  name = "example-provider-scope"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_scope" "by_managed" {
  managed = "goauthentik.io/providers/oauth2/scope-openid"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_scope" "standard" {
  managed_list = [
    "goauthentik.io/providers/oauth2/scope-openid",
    "goauthentik.io/providers/oauth2/scope-email",
    "goauthentik.io/providers/oauth2/scope-profile",
  ]
}

# By scope, where no other mapping has it.
data "authentik_property_mapping_provider_scope" "by_scope" {
  scope_name = "profile"
}

# For `property_mappings` of a provider.
output "property_mappings" {
  value = data.authentik_property_mapping_provider_scope.standard.ids
}
