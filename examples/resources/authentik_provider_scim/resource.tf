# The token's user needs these permissions:
# authentik_providers_scim.view_scimprovider
# authentik_providers_scim.add_scimprovider
# authentik_providers_scim.change_scimprovider
# authentik_providers_scim.delete_scimprovider
# and, to find the mappings,
# authentik_providers_scim.view_scimmapping

variable "token" {
  type      = string
  sensitive = true
}

# Mappings that come with authentik.
data "authentik_property_mapping_provider_scim" "user" {
  managed = "goauthentik.io/providers/scim/user"
}

data "authentik_property_mapping_provider_scim" "group" {
  managed = "goauthentik.io/providers/scim/group"
}

# It works once an application has it as one of its backchannel_providers.
resource "authentik_provider_scim" "chat" {
  name                          = "chat"
  url                           = "https://chat.example.com/scim/v2"
  token                         = var.token
  property_mappings             = [data.authentik_property_mapping_provider_scim.user.id]
  property_mappings_group       = [data.authentik_property_mapping_provider_scim.group.id]
  exclude_users_service_account = true
}
