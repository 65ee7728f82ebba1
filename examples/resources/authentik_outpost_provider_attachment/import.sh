# By the names of the outpost and the provider.
terraform import authentik_outpost_provider_attachment.cameras "authentik Embedded Outpost:cameras"

# By their IDs.
terraform import authentik_outpost_provider_attachment.cameras ad936fcb-ed63-4fa6-be05-c3ea03953905:7
