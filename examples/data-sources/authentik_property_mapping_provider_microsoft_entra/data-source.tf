# The token's user needs the permission authentik_providers_microsoft_entra.view_microsoftentraprovidermapping.

# By name.
data "authentik_property_mapping_provider_microsoft_entra" "by_name" {
  name = "example-provider-microsoft-entra"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_microsoft_entra" "by_managed" {
  managed = "goauthentik.io/providers/microsoft_entra/user"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_microsoft_entra" "standard" {
  managed_list = [
    "goauthentik.io/providers/microsoft_entra/user",
    "goauthentik.io/providers/microsoft_entra/group",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_provider_microsoft_entra.by_name.expression
}
