# The token's user needs these permissions:
# authentik_providers_ldap.view_ldapprovider
# authentik_providers_ldap.add_ldapprovider
# authentik_providers_ldap.change_ldapprovider
# authentik_providers_ldap.delete_ldapprovider
# and, to find flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "authentication" {
  slug = "default-authentication-flow"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

# A bind runs through a flow whose stages need no browser.
resource "authentik_provider_ldap" "directory" {
  name        = "directory"
  bind_flow   = data.authentik_flow.authentication.uuid
  unbind_flow = data.authentik_flow.logout.uuid # since authentik 2024.10
  base_dn     = "DC=example,DC=com"
  search_mode = "cached"
  bind_mode   = "cached"
}
