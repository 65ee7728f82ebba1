# The token's user needs these permissions:
# authentik_providers_saml.view_samlprovider
# authentik_providers_saml.add_samlprovider
# authentik_providers_saml.change_samlprovider
# authentik_providers_saml.delete_samlprovider
# and, to find flows and mappings,
# authentik_flows.view_flow
# authentik_providers_saml.view_samlpropertymapping

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

data "authentik_flow" "logout" {
  slug = "default-provider-invalidation-flow"
}

# Attributes that come with authentik.
data "authentik_property_mapping_provider_saml" "standard" {
  managed_list = [
    "goauthentik.io/providers/saml/email",
    "goauthentik.io/providers/saml/groups",
  ]
}

resource "authentik_provider_saml" "console" {
  name               = "console"
  authorization_flow = data.authentik_flow.consent.id
  invalidation_flow  = data.authentik_flow.logout.id
  acs_url            = "https://console.example.com/saml/acs"
  sp_binding         = "post"
  audience           = "https://console.example.com"
  property_mappings  = data.authentik_property_mapping_provider_saml.standard.ids
}
