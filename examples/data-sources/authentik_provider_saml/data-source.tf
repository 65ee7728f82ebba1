# The token's user needs the permission
# authentik_providers_saml.view_samlprovider.

# By name.
data "authentik_provider_saml" "by_name" {
  name = "console"
}

# By ID.
data "authentik_provider_saml" "by_id" {
  id = "121"
}

output "sso_url" {
  value = data.authentik_provider_saml.by_name.url_sso_post
}
