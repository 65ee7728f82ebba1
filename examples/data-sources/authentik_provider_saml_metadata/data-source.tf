# The token's user needs the permission
# authentik_providers_saml.view_samlprovider.

# An application must have the provider.
data "authentik_provider_saml_metadata" "console" {
  name = "console"
}

# For the other side, such as an identity provider of a cloud.
output "metadata" {
  value = data.authentik_provider_saml_metadata.console.metadata
}
