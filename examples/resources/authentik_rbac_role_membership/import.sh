# By the names of the role and the user.
terraform import authentik_rbac_role_membership.auditor "authentik Read-only:grace"

# By their IDs.
terraform import authentik_rbac_role_membership.auditor ad936fcb-ed63-4fa6-be05-c3ea03953905:12
