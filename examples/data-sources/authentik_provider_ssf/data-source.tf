# The token's user needs the permission
# authentik_providers_ssf.view_ssfprovider.

# By name.
data "authentik_provider_ssf" "by_name" {
  name = "devices"
}

# By ID.
data "authentik_provider_ssf" "by_id" {
  id = "126"
}

output "configuration" {
  value = data.authentik_provider_ssf.by_name.ssf_url
}
