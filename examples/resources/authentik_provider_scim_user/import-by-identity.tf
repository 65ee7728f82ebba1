import {
  to = authentik_provider_scim_user.grace
  identity = {
    id = "4eac85ae-abb4-416b-b664-c3797736e2eb"
  }
}
