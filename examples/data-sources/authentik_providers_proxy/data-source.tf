# The token's user needs the permission
# authentik_providers_proxy.view_proxyprovider.

# All of them.
data "authentik_providers_proxy" "all" {}

# Those whose name contains a string.
data "authentik_providers_proxy" "some" {
  search = "legacy"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_proxy.all.objects : provider.name => provider.id }
}
