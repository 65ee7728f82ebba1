# By protocol_provider, user and microsoft_id.
terraform import authentik_provider_microsoft_entra_user.grace "protocol_provider=subsidiary,user=grace,microsoft_id=6e7b768e-07e2-4810-8459-485f84f8f204"

# By protocol_provider and user.
terraform import authentik_provider_microsoft_entra_user.grace "protocol_provider=subsidiary,user=grace"

# By UUID.
terraform import authentik_provider_microsoft_entra_user.grace ee600645-ad1f-4df9-b5e0-caa93cc823e3
