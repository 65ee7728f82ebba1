# By name.
terraform import authentik_rbac_role.help_desk "name=help-desk"

# By UUID.
terraform import authentik_rbac_role.help_desk 46c54980-ec34-45f6-b31f-b4a41cbe64e1
