import {
  to = authentik_lifecycle_rule.roles
  identity = {
    id = "974183bc-0133-4e89-9710-960fa1e90139"
  }
}
