# The token's user needs the permission authentik_requests.view_requestrulechildbinding.

# By UUID.
data "authentik_request_rule_child_binding" "example" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451296"
}

output "target" {
  value = data.authentik_request_rule_child_binding.example.target
}
