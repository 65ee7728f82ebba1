# The group mapping that comes with authentik.
data "authentik_property_mapping_provider_scim" "group" {
  managed = "goauthentik.io/providers/scim/group"
}

# What users look like in the chat: their username is their email address.
resource "authentik_property_mapping_provider_scim" "user" {
  name       = "chat-user"
  expression = <<-EOT
    return {
        "userName": request.user.email,
        "displayName": request.user.name,
        "active": request.user.is_active,
        "emails": [{"value": request.user.email, "type": "work", "primary": True}],
    }
  EOT
}

# Whoever is in it has an account in the chat.
resource "authentik_group" "chat" {
  name = "Chat users"
}

resource "authentik_provider_scim" "chat" {
  name                          = "chat"
  url                           = var.scim_url
  token_wo                      = var.token
  token_wo_version              = var.token_version
  property_mappings             = [authentik_property_mapping_provider_scim.user.id]
  property_mappings_group       = [data.authentik_property_mapping_provider_scim.group.id]
  group_filters                 = [authentik_group.chat.id]
  exclude_users_service_account = true
  dry_run                       = var.dry_run
}

# The provider works while an application has it.
resource "authentik_application" "chat" {
  name                  = "Chat"
  slug                  = "chat"
  backchannel_providers = [authentik_provider_scim.chat.id]
}

# Since authentik 2026.2, the users who may use the application are synchronized.
resource "authentik_policy_binding" "chat" {
  target = authentik_application.chat.uuid
  group  = authentik_group.chat.id
  order  = 0
}

data "authentik_sync_status" "chat" {
  provider_scim = authentik_provider_scim.chat.id
}

output "last_sync_status" {
  value = data.authentik_sync_status.chat.last_sync_status
}
