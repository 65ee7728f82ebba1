import {
  to = authentik_policy_binding.engineering
  identity = {
    id = "b4cbc1c5-bc14-4999-916d-5454f17b650f"
  }
}
