# The token's user needs the permission
# authentik_providers_rac.view_racprovider.

# All of them.
data "authentik_providers_rac" "all" {}

# Those whose name contains a string.
data "authentik_providers_rac" "some" {
  search = "servers"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_rac.all.objects : provider.name => provider.id }
}
