# By protocol_provider, group and microsoft_id.
terraform import authentik_provider_microsoft_entra_group.research "protocol_provider=subsidiary,group=Research,microsoft_id=6e7b768e-07e2-4810-8459-485f84f8f204"

# By protocol_provider and group.
terraform import authentik_provider_microsoft_entra_group.research "protocol_provider=subsidiary,group=Research"

# By UUID.
terraform import authentik_provider_microsoft_entra_group.research 55f0cf83-bcec-4053-a662-c8d11db0f22a
