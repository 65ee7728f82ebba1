import {
  to = authentik_policy_unique_password.no_reuse
  identity = {
    id = "a7be6f9f-01d1-4026-8564-6efdaae252e4"
  }
}
