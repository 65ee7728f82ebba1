import {
  to = authentik_rbac_role.help_desk
  identity = {
    id = "46c54980-ec34-45f6-b31f-b4a41cbe64e1"
  }
}
