# The token's user needs the permission
# authentik_providers_saml.view_samlprovider.

# All of them.
data "authentik_providers_saml" "all" {}

# Those whose name contains a string.
data "authentik_providers_saml" "some" {
  search = "console"
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_saml.all.objects : provider.name => provider.id }
}
