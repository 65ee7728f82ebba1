# The token's user needs the permission authentik_requests.view_requestrulebinding.

data "authentik_request_rule" "payroll" {
  name = "Payroll"
}

data "authentik_application" "payroll" {
  slug = "payroll"
}

# By rule and target.
data "authentik_request_rule_binding" "payroll" {
  rule   = data.authentik_request_rule.payroll.id
  target = data.authentik_application.payroll.uuid
}

output "expiry_granted_max" {
  value = data.authentik_request_rule_binding.payroll.expiry_granted_max
}
