# The token's user needs the permission
# authentik_providers_proxy.view_proxyprovider.

# By name.
data "authentik_provider_proxy" "by_name" {
  name = "wiki"
}

# By ID.
data "authentik_provider_proxy" "by_id" {
  id = "151"
}

output "redirect_uris" {
  value = data.authentik_provider_proxy.by_name.redirect_uris
}
