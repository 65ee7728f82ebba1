# By the application's slug and the provider's name.
terraform import authentik_application_backchannel_provider.scim chat:chat-scim

# By slug and ID.
terraform import authentik_application_backchannel_provider.scim chat:7
