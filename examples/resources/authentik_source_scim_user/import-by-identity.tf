import {
  to = authentik_source_scim_user.jane
  identity = {
    id = "ae5039dd-568a-4753-8809-2230839128df"
  }
}
