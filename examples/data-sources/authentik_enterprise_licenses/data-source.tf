# The token's user needs the permission
# authentik_enterprise.view_license.

# All of them, with all secrets kept out of the state.
data "authentik_enterprise_licenses" "all" {
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for license in data.authentik_enterprise_licenses.all.objects : license.name => license.id }
}
