# By slug.
terraform import authentik_source_saml.partner partner

# By name.
terraform import authentik_source_saml.partner "name=Partner"

# By UUID.
terraform import authentik_source_saml.partner 6a23853c-86fb-4eb3-9f19-9ebf3a7825b4
