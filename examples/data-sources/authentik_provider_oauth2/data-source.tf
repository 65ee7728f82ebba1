# The token's user needs the permission authentik_providers_oauth2.view_oauth2provider.

# By name, with the client secret kept out of the state.
data "authentik_provider_oauth2" "by_name" {
  name         = "example-oauth2"
  omit_secrets = true
}

# By client ID.
data "authentik_provider_oauth2" "by_client" {
  client_id    = data.authentik_provider_oauth2.by_name.client_id
  omit_secrets = true
}

output "redirect_uris" {
  value = data.authentik_provider_oauth2.by_name.allowed_redirect_uris[*].url
}
