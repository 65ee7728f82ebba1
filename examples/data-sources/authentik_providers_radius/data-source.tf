# The token's user needs the permission
# authentik_providers_radius.view_radiusprovider.

# All of them, with all secrets kept out of the state.
data "authentik_providers_radius" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_providers_radius" "some" {
  search       = "wifi"
  omit_secrets = true
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_radius.all.objects : provider.name => provider.id }
}
