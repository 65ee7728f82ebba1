# By protocol_provider, user and scim_id.
terraform import authentik_provider_scim_user.grace "protocol_provider=helpdesk,user=grace,scim_id=0b5f6a0e"

# By protocol_provider and user.
terraform import authentik_provider_scim_user.grace "protocol_provider=helpdesk,user=grace"

# By UUID.
terraform import authentik_provider_scim_user.grace 4eac85ae-abb4-416b-b664-c3797736e2eb
