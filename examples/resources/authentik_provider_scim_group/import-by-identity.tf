import {
  to = authentik_provider_scim_group.research
  identity = {
    id = "c0e95bdd-84ba-42a0-9ab2-e34a4143c42e"
  }
}
