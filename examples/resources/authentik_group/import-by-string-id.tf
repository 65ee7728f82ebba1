import {
  to = authentik_group.engineering
  id = "name=engineering" # or the UUID
}
