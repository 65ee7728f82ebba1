# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovider
# authentik_providers_microsoft_entra.add_microsoftentraprovider
# authentik_providers_microsoft_entra.change_microsoftentraprovider
# authentik_providers_microsoft_entra.delete_microsoftentraprovider
# and, to find the mappings,
# authentik_providers_microsoft_entra.view_microsoftentraprovidermapping

variable "client_secret" {
  type      = string
  sensitive = true
}

# Mappings that come with authentik.
data "authentik_property_mapping_provider_microsoft_entra" "user" {
  managed = "goauthentik.io/providers/microsoft_entra/user"
}

data "authentik_property_mapping_provider_microsoft_entra" "group" {
  managed = "goauthentik.io/providers/microsoft_entra/group"
}

# Needs an enterprise license.
resource "authentik_provider_microsoft_entra" "tenant" {
  name                    = "tenant"
  tenant_id               = "5f9f3c6e-0b5e-4d0c-8d2f-0d6f1a9b7c31"
  client_id               = "a3c0d9e2-7c1f-4f3e-9a54-6b2f8e1d0c97"
  client_secret           = var.client_secret
  user_delete_action      = "suspend"
  property_mappings       = [data.authentik_property_mapping_provider_microsoft_entra.user.id]
  property_mappings_group = [data.authentik_property_mapping_provider_microsoft_entra.group.id]
}
