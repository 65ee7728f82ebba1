# The token's user needs the permission
# authentik_providers_ldap.view_ldapprovider.

# By name.
data "authentik_provider_ldap" "by_name" {
  name = "directory"
}

# By ID.
data "authentik_provider_ldap" "by_id" {
  id = "141"
}

output "base_dn" {
  value = data.authentik_provider_ldap.by_name.base_dn
}
