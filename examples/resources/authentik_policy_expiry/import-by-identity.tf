import {
  to = authentik_policy_expiry.yearly
  identity = {
    id = "72d76839-02b7-4207-bd9f-c306db47ce47"
  }
}
