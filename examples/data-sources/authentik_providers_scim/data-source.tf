# The token's user needs the permission
# authentik_providers_scim.view_scimprovider.

# All of them, with all secrets kept out of the state.
data "authentik_providers_scim" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_providers_scim" "some" {
  search       = "chat"
  omit_secrets = true
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_scim.all.objects : provider.name => provider.id }
}
