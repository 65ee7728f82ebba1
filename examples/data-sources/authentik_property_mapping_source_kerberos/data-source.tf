# The token's user needs the permission authentik_sources_kerberos.view_kerberossourcepropertymapping.

# By name.
data "authentik_property_mapping_source_kerberos" "by_name" {
  name = "example-source-kerberos"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_source_kerberos" "by_managed" {
  managed = "goauthentik.io/sources/kerberos/user/realm-as-group"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_source_kerberos" "standard" {
  managed_list = [
    "goauthentik.io/sources/kerberos/user/default/ignore-other-realms",
    "goauthentik.io/sources/kerberos/user/realm-as-group",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_source_kerberos.by_name.expression
}
