# The token's user needs these permissions:
# authentik_requests.view_requestrulebinding
# authentik_requests.add_requestrulebinding
# authentik_requests.change_requestrulebinding
# authentik_requests.delete_requestrulebinding
# and, to create what the example refers to,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# authentik_requests.view_requestrule
# authentik_requests.add_requestrule
# authentik_requests.change_requestrule
# authentik_requests.delete_requestrule

resource "authentik_application" "payroll" {
  name = "Payroll"
  slug = "payroll-on-request"
}

resource "authentik_request_rule" "payroll" {
  name = "Payroll"
}

# Since authentik 2026.8, with an enterprise license. Users may request the application,
# for eight hours at most.
resource "authentik_request_rule_binding" "payroll" {
  rule               = authentik_request_rule.payroll.id
  target             = authentik_application.payroll.uuid
  expiry_pending     = "days=2"
  expiry_granted_max = "hours=8"
}
