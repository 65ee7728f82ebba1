# The token's user needs the permission authentik_sources_ldap.view_ldapsourcepropertymapping.

# By name.
data "authentik_property_mapping_source_ldap" "by_name" {
  name = "example-source-ldap"
}

# One that comes with authentik, by the name that stays when it is renamed.
data "authentik_property_mapping_source_ldap" "by_managed" {
  managed = "goauthentik.io/sources/ldap/ms-givenName"
}

# Several of them: `ids` has their IDs in this order.
data "authentik_property_mapping_source_ldap" "standard" {
  managed_list = [
    "goauthentik.io/sources/ldap/ms-givenName",
    "goauthentik.io/sources/ldap/ms-samaccountname",
  ]
}

output "expression" {
  value = data.authentik_property_mapping_source_ldap.by_name.expression
}
