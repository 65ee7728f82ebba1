# The token's user needs the permission authentik_requests.view_requestrulebinding.

# By UUID.
data "authentik_request_rule_binding" "payroll" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451295"
}

output "expiry_granted_max" {
  value = data.authentik_request_rule_binding.payroll.expiry_granted_max
}
