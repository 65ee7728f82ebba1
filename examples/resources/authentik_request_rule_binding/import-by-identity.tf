import {
  to = authentik_request_rule_binding.payroll
  identity = {
    id = "e2c4e77e-4abd-484a-97a1-71cdf1978163"
  }
}
