# The token's user needs the permission authentik_providers_oauth2.view_oauth2provider.

# By name; `provider_id` is the other way.
data "authentik_provider_oauth2_config" "wiki" {
  name = "wiki"
}

output "issuer" {
  value = data.authentik_provider_oauth2_config.wiki.issuer_url
}
