# The token's user needs the permission authentik_providers_saml.view_samlpropertymapping.

# By name.
data "authentik_property_mapping_provider_saml" "by_name" {
  name = "example-provider-saml"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_saml" "by_managed" {
  managed = "goauthentik.io/providers/saml/email"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_saml" "standard" {
  managed_list = [
    "goauthentik.io/providers/saml/email",
    "goauthentik.io/providers/saml/groups",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_provider_saml.by_name.expression
}
