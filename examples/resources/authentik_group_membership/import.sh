# By the names of the group and the user.
terraform import authentik_group_membership.grace "authentik Admins:grace"

# By their IDs.
terraform import authentik_group_membership.grace ad936fcb-ed63-4fa6-be05-c3ea03953905:12
