import {
  to = authentik_policy_dummy.slow
  identity = {
    id = "525e2a6e-08ef-4f3f-a1a3-b17fc6eb2916"
  }
}
