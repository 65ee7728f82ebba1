# By name.
terraform import authentik_certificate_key_pair_generated.signing "name=token-signing"

# By UUID.
terraform import authentik_certificate_key_pair_generated.signing ad936fcb-ed63-4fa6-be05-c3ea03953905
