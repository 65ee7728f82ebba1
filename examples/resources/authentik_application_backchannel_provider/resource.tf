# The token's user needs these permissions:
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# and, to find the provider,
# authentik_core.view_provider

resource "authentik_application" "chat" {
  name = "Chat"
  slug = "chat"
}

# A SCIM provider that is managed elsewhere keeps the application's users up to date.
data "authentik_provider" "scim" {
  name = "chat-scim"
}

resource "authentik_application_backchannel_provider" "scim" {
  application       = authentik_application.chat.id
  protocol_provider = data.authentik_provider.scim.id
}
