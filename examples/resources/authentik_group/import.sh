# By name.
terraform import authentik_group.engineering "name=engineering"

# By UUID.
terraform import authentik_group.engineering ad936fcb-ed63-4fa6-be05-c3ea03953905
