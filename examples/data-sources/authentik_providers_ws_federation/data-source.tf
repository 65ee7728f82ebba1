# The token's user needs the permission
# authentik_providers_ws_federation.view_wsfederationprovider.

# All of them.
data "authentik_providers_ws_federation" "all" {}

# Those whose name contains a string.
data "authentik_providers_ws_federation" "some" {
  search = "portal"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_ws_federation.all.objects : provider.name => provider.id }
}
