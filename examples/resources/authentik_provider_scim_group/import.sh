# By protocol_provider, group and scim_id.
terraform import authentik_provider_scim_group.research "protocol_provider=helpdesk,group=Research,scim_id=0b5f6a0e"

# By protocol_provider and group.
terraform import authentik_provider_scim_group.research "protocol_provider=helpdesk,group=Research"

# By UUID.
terraform import authentik_provider_scim_group.research c0e95bdd-84ba-42a0-9ab2-e34a4143c42e
