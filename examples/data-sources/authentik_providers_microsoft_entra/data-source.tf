# The token's user needs the permission
# authentik_providers_microsoft_entra.view_microsoftentraprovider.

# All of them, with all secrets kept out of the state.
data "authentik_providers_microsoft_entra" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_providers_microsoft_entra" "some" {
  search       = "tenant"
  omit_secrets = true
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_microsoft_entra.all.objects : provider.name => provider.id }
}
