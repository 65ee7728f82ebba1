# The token's user needs these permissions:
# authentik_requests.view_requestrulechildbinding
# authentik_requests.add_requestrulechildbinding
# authentik_requests.change_requestrulechildbinding
# authentik_requests.delete_requestrulechildbinding
# and, to create what the example refers to,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# authentik_requests.view_requestrule
# authentik_requests.add_requestrule
# authentik_requests.change_requestrule
# authentik_requests.delete_requestrule
# authentik_requests.view_requestrulebinding
# authentik_requests.add_requestrulebinding
# authentik_requests.change_requestrulebinding
# authentik_requests.delete_requestrulebinding

resource "authentik_application" "payroll" {
  name = "Payroll"
  slug = "payroll-with-archive"
}

resource "authentik_request_rule" "payroll" {
  name = "Payroll with archive"
}

resource "authentik_application" "archive" {
  name = "Archive of payroll"
  slug = "archive-of-payroll"
}

resource "authentik_request_rule_binding" "payroll" {
  rule   = authentik_request_rule.payroll.id
  target = authentik_application.payroll.uuid
}

# Since authentik 2026.8, with an enterprise license. Whoever is granted the application
# is granted the archive too.
resource "authentik_request_rule_child_binding" "archive" {
  binding = authentik_request_rule_binding.payroll.id
  target  = authentik_application.archive.uuid
}
