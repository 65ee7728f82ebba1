import {
  to = authentik_lifecycle_rule.roles
  id = "name=Roles" # or the UUID
}
