# The token's user needs the permission authentik_core.view_propertymapping.

# A property mapping of any type by name.
data "authentik_property_mapping" "by_name" {
  name = "authentik default OAuth Mapping: OpenID 'email'"
}

# One that comes with authentik.
data "authentik_property_mapping" "by_managed" {
  managed = "goauthentik.io/providers/saml/email"
}

output "type" {
  value = data.authentik_property_mapping.by_name.meta_model_name
}
