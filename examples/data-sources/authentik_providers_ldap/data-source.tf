# The token's user needs the permission
# authentik_providers_ldap.view_ldapprovider.

# All of them.
data "authentik_providers_ldap" "all" {}

# Those whose name contains a string.
data "authentik_providers_ldap" "some" {
  search = "directory"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_ldap.all.objects : provider.name => provider.id }
}
