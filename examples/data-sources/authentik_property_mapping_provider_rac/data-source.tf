# The token's user needs the permission authentik_providers_rac.view_racpropertymapping.

# By name.
data "authentik_property_mapping_provider_rac" "by_name" {
  name = "example-provider-rac"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_provider_rac" "by_managed" {
  managed = "goauthentik.io/providers/rac/rdp-default"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_provider_rac" "standard" {
  managed_list = [
    "goauthentik.io/providers/rac/rdp-default",
    "goauthentik.io/providers/rac/rdp-high-fidelity",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_provider_rac.by_name.expression
}
