# By the role's name and the permission.
terraform import authentik_rbac_permission_role.view_user help-desk:authentik_core.view_user

# By the role's UUID.
terraform import authentik_rbac_permission_role.view_user ad936fcb-ed63-4fa6-be05-c3ea03953905:authentik_core.view_user
