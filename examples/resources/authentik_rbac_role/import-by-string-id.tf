import {
  to = authentik_rbac_role.help_desk
  id = "name=help-desk" # or the UUID
}
