import {
  to = authentik_policy_reputation.suspicious
  identity = {
    id = "6af4648a-5dba-4028-b9c9-716eee10dc12"
  }
}
