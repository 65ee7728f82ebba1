# The token's user needs the permission
# authentik_providers_ssf.view_ssfprovider.

# All of them.
data "authentik_providers_ssf" "all" {}

# Those whose name contains a string.
data "authentik_providers_ssf" "some" {
  search = "devices"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_ssf.all.objects : provider.name => provider.id }
}
